import { useAudienceRange } from '../audience/use-audience-range.ts';
import type { CountedMessage } from '../audience/audience-query.ts';
import { classNames } from '../../../lib/class-names.ts';
import { findPicks } from './find-picks.ts';
import { usePreviewCustomerStore } from './preview-customer-store.ts';

interface QuickPicksProps {
  readonly message: CountedMessage;
  readonly chosenId: string | null;
}

/** Jumps to the customers worth looking at, once the audience was counted. */
export function QuickPicks({ message, chosenId }: QuickPicksProps) {
  const { range } = useAudienceRange(message);
  const choose = usePreviewCustomerStore((state) => state.choose);
  const picks = range?.result ? findPicks(range.result) : [];
  if (picks.length === 0) return null;
  return (
    <ul aria-label="Customers worth looking at" className="flex flex-wrap gap-1 px-4 pt-4">
      {picks.map(({ label, customerId, name }) => (
        <li key={label}>
          <button
            type="button"
            title={name}
            aria-pressed={customerId === chosenId}
            onClick={() => choose(message.projectId, customerId)}
            className={classNames(
              'h-7 rounded-control border px-2 text-12 font-medium transition-colors duration-(--motion-fast)',
              customerId === chosenId
                ? 'border-accent bg-accent-wash text-accent-ink'
                : 'border-line-button bg-surface text-ink-muted hover:bg-surface-hover',
            )}
          >
            {label}
          </button>
        </li>
      ))}
    </ul>
  );
}
