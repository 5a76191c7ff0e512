import type { RunWalk } from '@curlew/contract';
import { Link } from '@tanstack/react-router';
import { describeWaiting, formatTime } from '../walk-words.ts';

interface WalkRowProps {
  readonly projectId: string;
  readonly walk: RunWalk;
  /** Of a whole run: also where they stand. */
  readonly showsNode: boolean;
}

const reasonOf = (walk: RunWalk): string | null => {
  if (walk.step) return walk.step.words;
  return walk.state === 'inside' ? describeWaiting(walk) : walk.ending;
};

/** Who it was, what decided it, and when; leads to the walk. */
export function WalkRow({ projectId, walk, showsNode }: WalkRowProps) {
  const { id, customerName, nodeName, since, step } = walk;
  const reason = reasonOf(walk);
  const at = step?.at ?? (step ? null : since);
  return (
    <li className="flex items-baseline justify-between gap-4 border-b px-1 py-2 last:border-b-0">
      <div className="min-w-0">
        <Link
          to="/projects/$projectId/walks/$walkId"
          params={{ projectId, walkId: id }}
          className="rounded-control text-13 font-medium text-ink underline-offset-2 hover:underline"
        >
          {customerName}
        </Link>
        {(showsNode || reason) && (
          <p className="text-12 break-words text-ink-muted">
            {showsNode && <>At {nodeName}</>}
            {showsNode && reason && ': '}
            {reason}
          </p>
        )}
      </div>
      {at !== null && (
        <time dateTime={at} className="shrink-0 text-12 text-ink-faint tabular-nums">
          {formatTime(at)}
        </time>
      )}
    </li>
  );
}
