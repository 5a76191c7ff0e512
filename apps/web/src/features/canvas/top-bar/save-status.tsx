import { CircleAlert, CloudCheck, Eye } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatClock, formatDay } from '../../../lib/format-date.ts';
import { Button } from '../../../ui/button.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { type Draft, isUnsaved } from '../saving/draft.ts';

interface SaveStatusProps {
  readonly draft: Draft;
  readonly isReadOnly: boolean;
  readonly onRetry: () => void;
}

const whenSaved = (updatedAt: string): string => {
  const at = new Date(updatedAt);
  return formatDay(at) === formatDay(new Date()) ? formatClock(at) : formatDay(at);
};

/** Saving…, Saved 10:42, or why not. On a narrow screen the icon alone; a failure is told by a banner there. */
export function SaveStatus({ draft, isReadOnly, onRetry }: SaveStatusProps) {
  const { saving, saved } = draft;
  const words = (icon: ReactNode, text: string) => (
    <span className="flex items-center gap-1.5 text-12 text-ink-faint [&_svg]:size-4">
      {icon}
      <span className="max-lg:sr-only">{text}</span>
    </span>
  );
  if (isReadOnly) return words(<Eye aria-hidden />, 'View only');
  if (!isUnsaved(draft)) return words(<CloudCheck aria-hidden />, `Saved ${whenSaved(saved.updatedAt)}`);
  if (saving.kind !== 'failed' && saving.kind !== 'conflict') return words(<Spinner />, 'Saving…');
  const why = saving.kind === 'failed' ? saving.message : `${saving.theirs.updatedBy} saved it too.`;
  return (
    <span className="flex min-w-0 items-center gap-1.5 text-12 text-bad [&_svg]:size-4 [&_svg]:shrink-0">
      <CircleAlert aria-hidden />
      <span className="truncate">
        Not saved<span className="max-lg:hidden">: {why}</span>
      </span>
      {saving.kind === 'failed' && (
        <span className="max-lg:hidden">
          <Button size="small" onClick={onRetry}>
            Retry
          </Button>
        </span>
      )}
    </span>
  );
}
