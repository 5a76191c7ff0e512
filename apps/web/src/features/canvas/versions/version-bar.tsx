import type { RevisionSummary } from '@curlew/contract';
import { ArrowLeft, PencilLine, RotateCcw } from 'lucide-react';
import { formatClock, formatDay } from '../../../lib/format-date.ts';
import { Button } from '../../../ui/button.tsx';
import { titleOfVersion } from './version-words.ts';

interface VersionBarProps {
  readonly version: RevisionSummary | undefined;
  readonly isReadOnly: boolean;
  readonly isRestoring: boolean;
  readonly onRestore: (version: RevisionSummary) => void;
  readonly onName: () => void;
  readonly onClose: () => void;
}

const wordsOf = ({ isCurrent, by, savedAt }: RevisionSummary): string => {
  const at = new Date(savedAt);
  const when = `${formatDay(at)}, ${formatClock(at)}`;
  return isCurrent ? `The draft as it is now, saved by ${by.name}, ${when}` : `Saved by ${by.name}, ${when}`;
};

/** Which version is looked at, and what can be done with it. */
export function VersionBar(props: VersionBarProps) {
  const { version, isReadOnly, isRestoring, onRestore, onName, onClose } = props;
  return (
    <div className="flex flex-wrap items-center gap-2 border-b bg-surface px-4 py-2">
      <div className="min-w-40 flex-1">
        <h2 className="truncate text-14 font-semibold text-ink">
          {version ? titleOfVersion(version) : 'Version history'}
        </h2>
        {version && <p className="truncate text-12 text-ink-muted">{wordsOf(version)}</p>}
      </div>
      {version && !isReadOnly && (
        <Button variant="ghost" icon={<PencilLine />} onClick={onName}>
          {version.name === null ? 'Name' : 'Rename'}
        </Button>
      )}
      {version && !isReadOnly && !version.isCurrent && (
        <Button icon={<RotateCcw />} loading={isRestoring} onClick={() => onRestore(version)}>
          Restore
        </Button>
      )}
      <Button icon={<ArrowLeft />} onClick={onClose}>
        Back to the canvas
      </Button>
    </div>
  );
}
