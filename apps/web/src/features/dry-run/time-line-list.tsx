import { classNames } from '../../lib/class-names.ts';
import type { DryRunStore } from './dry-run-store.ts';
import { MessageBubble } from './message-bubble.tsx';
import type { LineEntry } from './time-line.ts';

interface TimeLineListProps {
  readonly entries: readonly LineEntry[];
  readonly at: number;
  readonly store: DryRunStore;
  readonly writeMoment: (at: number) => string;
}

/** Longer ones are nobody's to read. */
const mostShown = 300;

/** What happened to one customer; what is still to come at the moment that the clock shows is faint. */
export function TimeLineList({ entries, at, store, writeMoment }: TimeLineListProps) {
  return (
    <>
      <ol aria-label="What happens" className="flex flex-col gap-3">
        {entries.slice(0, mostShown).map((entry, index) => {
          const isToCome = entry.at > at;
          const before = entries[index - 1];
          const when = writeMoment(entry.at);
          const isNewTime = !before || writeMoment(before.at) !== when;
          return (
            <li key={entry.key} className="flex flex-col gap-1">
              {isNewTime && (
                <button
                  type="button"
                  className="w-fit rounded-control text-12 text-ink-muted hover:text-accent-ink"
                  aria-label={`Go to ${when}`}
                  onClick={() => store.setState({ at: entry.at, isPlaying: false })}
                >
                  {when}
                </button>
              )}
              <p className={classNames('text-13 font-medium', isToCome ? 'text-ink-faint' : 'text-ink')}>
                {entry.words}
              </p>
              {entry.message && <MessageBubble message={entry.message} store={store} />}
            </li>
          );
        })}
      </ol>
      {entries.length > mostShown && (
        <p className="text-13 text-ink-muted">And {entries.length - mostShown} more steps.</p>
      )}
    </>
  );
}
