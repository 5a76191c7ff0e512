import { Pause, Play, SkipBack, StepBack, StepForward } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { IconButton } from '../../ui/icon-button.tsx';
import type { DryRunStore } from './dry-run-store.ts';

interface ClockBarProps {
  readonly store: DryRunStore;
  readonly moments: readonly number[];
  /** Place of the clock among the moments. */
  readonly place: number;
  readonly writeMoment: (at: number) => string;
}

/** So long each moment stays, while it plays. */
const beatMs = 900;

/** The clock of a dry run: played, stepped, or drawn along all that happens. */
export function ClockBar({ store, moments, place, writeMoment }: ClockBarProps) {
  const isPlaying = useStore(store, (state) => state.isPlaying);
  const last = moments.length - 1;
  const goTo = (next: number): void => {
    const at = moments[Math.max(0, Math.min(last, next))];
    if (at !== undefined) store.setState({ at });
  };
  const play = (): void => {
    if (!isPlaying && place === last) goTo(0);
    store.setState({ isPlaying: !isPlaying });
  };

  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = setTimeout(() => {
      const at = moments[place + 1];
      store.setState(at === undefined ? { isPlaying: false } : { at });
    }, beatMs);
    return () => clearTimeout(timer);
  }, [isPlaying, moments, place, store]);

  const at = writeMoment(moments[place] ?? 0);
  return (
    <section aria-label="Clock" className="flex flex-col gap-1">
      <div className="flex items-center gap-1">
        <p className="min-w-0 flex-1 truncate text-14 font-semibold text-ink">{at}</p>
        <IconButton
          label="Back to the start"
          icon={<SkipBack />}
          size="small"
          onClick={() => {
            store.setState({ isPlaying: false });
            goTo(0);
          }}
        />
        <IconButton
          label="Previous moment"
          icon={<StepBack />}
          size="small"
          disabled={place === 0}
          onClick={() => goTo(place - 1)}
        />
        <IconButton
          label={isPlaying ? 'Pause' : 'Play'}
          icon={isPlaying ? <Pause /> : <Play />}
          size="small"
          onClick={play}
        />
        <IconButton
          label="Next moment"
          icon={<StepForward />}
          size="small"
          disabled={place === last}
          onClick={() => goTo(place + 1)}
        />
      </div>
      <input
        type="range"
        aria-label="Time line"
        aria-valuetext={at}
        className="w-full accent-accent"
        min={0}
        max={Math.max(1, last)}
        value={place}
        disabled={last < 1}
        onChange={(event) => {
          store.setState({ isPlaying: false });
          goTo(Number(event.target.value));
        }}
      />
    </section>
  );
}
