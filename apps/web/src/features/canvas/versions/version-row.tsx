import type { RevisionSummary } from '@curlew/contract';
import { Play, RotateCcw } from 'lucide-react';
import { classNames } from '../../../lib/class-names.ts';
import { formatCount } from '../../../lib/format-number.ts';
import { StatusPill } from '../../../ui/status-pill.tsx';
import { startedWords, timeOfVersion, titleOfVersion } from './version-words.ts';

interface VersionRowProps {
  readonly version: RevisionSummary;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** One version in the list: its name or number, when, who, and what is special about it. */
export function VersionRow({ version, isChosen, onChoose }: VersionRowProps) {
  const started = startedWords(version);
  return (
    <button
      type="button"
      data-version
      aria-current={isChosen || undefined}
      onClick={onChoose}
      className={classNames(
        'flex w-full flex-col gap-0.5 rounded-control px-2 py-1.5 text-left hover:bg-surface-hover',
        isChosen && 'bg-accent-wash hover:bg-accent-wash',
      )}
    >
      <span className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate text-13 font-medium text-ink">
          {titleOfVersion(version)}
        </span>
        {version.isCurrent && <StatusPill tone="accent">Current</StatusPill>}
      </span>
      <span className="truncate text-12 text-ink-muted">
        {timeOfVersion(version)} · {version.by.name} · {formatCount(version.nodeCount, 'node')}
      </span>
      {(started !== null || version.restoredFrom !== null) && (
        <span className="flex flex-wrap gap-x-3 text-12 text-ink-muted [&_svg]:size-3">
          {started !== null && (
            <span className="flex items-center gap-1">
              <Play aria-hidden />
              {started}
            </span>
          )}
          {version.restoredFrom !== null && (
            <span className="flex items-center gap-1">
              <RotateCcw aria-hidden />
              Brought back draft {version.restoredFrom}
            </span>
          )}
        </span>
      )}
    </button>
  );
}
