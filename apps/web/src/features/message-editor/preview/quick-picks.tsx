import { useId, useState } from 'react';
import { useAudienceRange } from '../audience/use-audience-range.ts';
import { type CountedMessage, isCounting } from '../audience/audience-query.ts';
import { classNames } from '../../../lib/class-names.ts';
import { findPicks, type QuickPick } from './find-picks.ts';
import { usePreviewCustomerStore } from './preview-customer-store.ts';

interface QuickPicksProps {
  readonly message: CountedMessage;
  readonly chosenId: string | null;
}

const nothing: ReturnType<typeof findPicks> = { picks: [], reason: null };

const lookOf = (customer: QuickPick['customer'], isChosen: boolean): string => {
  if (customer === null) return 'cursor-not-allowed border-line text-ink-faint';
  return isChosen
    ? 'border-accent bg-accent-wash text-accent-ink'
    : 'border-line-button bg-surface text-ink-muted hover:bg-surface-hover';
};

/** Jumps to the customers worth looking at, once the audience was counted. */
export function QuickPicks({ message, chosenId }: QuickPicksProps) {
  const { range } = useAudienceRange(message);
  const choose = usePreviewCustomerStore((state) => state.choose);
  const reasonId = useId();
  // While another text is counted the last ones stay: what stands under them must not jump at each key.
  const result = range?.result ?? null;
  const [shown, setShown] = useState(result);
  if (result !== null && result !== shown) setShown(result);
  const { picks, reason } = shown ? findPicks(shown) : nothing;
  if (picks.length === 0) {
    const isToCome = range === undefined || isCounting(range);
    return isToCome ? <div aria-hidden className="min-h-11 shrink-0" /> : null;
  }
  return (
    <div className="flex flex-col gap-1 px-4 pt-4">
      <ul aria-label="Customers worth looking at" className="flex flex-wrap gap-1">
        {picks.map(({ label, customer }) => (
          <li key={label}>
            <button
              type="button"
              title={customer?.name}
              // Not `disabled`: the keyboard comes to it too, and hears why.
              aria-disabled={customer === null ? true : undefined}
              aria-describedby={customer === null ? reasonId : undefined}
              aria-pressed={customer === null ? undefined : customer.id === chosenId}
              onClick={() => customer !== null && choose(message.projectId, customer.id)}
              className={classNames(
                'h-7 rounded-control border px-2 text-12 font-medium transition-colors duration-(--motion-fast)',
                lookOf(customer, customer?.id === chosenId),
              )}
            >
              {label}
            </button>
          </li>
        ))}
      </ul>
      {reason !== null && (
        <p id={reasonId} className="text-12 text-ink-muted">
          {reason}
        </p>
      )}
    </div>
  );
}
