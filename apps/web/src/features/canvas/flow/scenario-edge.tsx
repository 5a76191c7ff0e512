import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getSmoothStepPath } from '@xyflow/react';
import { X } from 'lucide-react';
import { memo } from 'react';
import { formatNumber } from '../../../lib/format-number.ts';
import { useCanvas } from '../state/canvas-context.ts';
import type { FlowEdge } from './flow-types.ts';

const cornerRadius = 10;
const none: ReadonlySet<string> = new Set();

/** A connection: a smooth step with the output's name and how many went this way; once selected, the way to remove it. */
export const ScenarioEdge = memo(function ScenarioEdge(props: EdgeProps<FlowEdge>) {
  const { id, data, selected = false } = props;
  const { actions } = useCanvas();
  const [path, labelX, labelY] = getSmoothStepPath({ ...props, borderRadius: cornerRadius });
  const words = [data?.label ?? '', data?.count ? formatNumber(data.count) : ''].filter(
    (word) => word !== '',
  );
  const isRemovable = selected && data?.isReadOnly === false;

  return (
    <>
      <BaseEdge id={id} path={path} interactionWidth={24} />
      {(words.length > 0 || isRemovable) && (
        <EdgeLabelRenderer>
          <div
            className="edge-label nodrag nopan"
            style={{ transform: `translate(-50%, -50%) translate(${labelX}px, ${labelY}px)` }}
          >
            {words.length > 0 && (
              <span className="rounded-full border bg-surface px-2 text-12 text-ink-muted">
                {words.join(' · ')}
              </span>
            )}
            {isRemovable && (
              <button
                type="button"
                aria-label="Remove this connection"
                title="Remove this connection"
                className="flex size-6 items-center justify-center rounded-full border border-line-button bg-surface-raised text-ink-muted hover:border-bad hover:text-bad [&_svg]:size-3.5"
                onClick={() => actions.remove(none, new Set([id]))}
              >
                <X aria-hidden />
              </button>
            )}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  );
});
