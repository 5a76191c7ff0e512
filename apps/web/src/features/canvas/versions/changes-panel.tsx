import { formatCount } from '../../../lib/format-number.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { ChangeList } from './change-list.tsx';
import { CompareSelect } from './compare-select.tsx';
import type { Versions } from './use-versions.ts';
import { titleOfVersion } from './version-words.ts';

interface ChangesPanelProps {
  readonly versions: Versions;
}

const summaryOf = ({ comparison, before }: Versions): string => {
  if (!before) return 'This is where the scenario begins.';
  const count = comparison?.lines.length ?? 0;
  if (count === 0) return `The same as “${titleOfVersion(before)}”.`;
  return `${formatCount(count, 'change')} since “${titleOfVersion(before)}”`;
};

/** What changed in the version that is looked at, in words. */
export function ChangesPanel({ versions }: ChangesPanelProps) {
  const { comparison, isReady, error, retry } = versions;
  return (
    <section aria-label="What changed" className="flex min-h-0 flex-1 flex-col border-t">
      <div className="flex items-center gap-2 px-4 py-2 text-12 text-ink-muted">
        <span className="shrink-0">Compare with</span>
        <div className="min-w-0 flex-1">
          <CompareSelect versions={versions} />
        </div>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-3">
        {error !== null && <ErrorState error={error} onRetry={retry} />}
        {error === null && !isReady && <Skeleton label="Loading version" rows={3} />}
        {error === null && isReady && (
          <>
            <output className="block px-2 pb-1 text-12 text-ink-faint">{summaryOf(versions)}</output>
            <ChangeList lines={comparison?.lines ?? []} />
          </>
        )}
      </div>
    </section>
  );
}
