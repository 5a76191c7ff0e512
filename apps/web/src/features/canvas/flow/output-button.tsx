import { Plus } from 'lucide-react';
import { useCanvas } from '../state/canvas-context.ts';
import type { OpenConnection } from '../state/session-store.ts';

interface OutputButtonProps {
  readonly label: string;
  /** From the top of the card, in px. */
  readonly top: number;
  /** What stands between it and the output, in px. */
  readonly offset: number;
  readonly from: OpenConnection;
}

/** The way on from an output that leads nowhere: offers what may follow. */
export function OutputButton({ label, top, offset, from }: OutputButtonProps) {
  const { actions } = useCanvas();
  return (
    <div className="node-next" style={{ top, marginLeft: offset }}>
      <button
        type="button"
        aria-label={label}
        title="Connect to…"
        className="nokey nodrag nopan flex size-6 items-center justify-center rounded-full border border-line-button bg-surface-raised text-ink-muted hover:border-accent hover:text-accent-ink [&_svg]:size-4"
        onClick={(event) => {
          event.stopPropagation();
          actions.offerTargets(from.source, from.output);
        }}
      >
        <Plus aria-hidden />
      </button>
    </div>
  );
}
