import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getSmoothStepPath } from '@xyflow/react';
import { Plus, X } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { formatNumber } from '../../../lib/format-number.ts';
import { useCanvas, useSession } from '../state/canvas-context.ts';
import { comeNear, goAway } from '../state/near-edge.ts';
import { EdgeWords } from './edge-words.tsx';
import type { FlowEdge } from './flow-types.ts';
import { useIsFar } from './use-is-far.ts';

const cornerRadius = 10;
const none: ReadonlySet<string> = new Set();

interface EdgeButtonProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly onClick: () => void;
}

function EdgeButton({ label, icon, onClick }: EdgeButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className="flex size-6 items-center justify-center rounded-full border border-line-button bg-surface-raised text-ink-muted hover:border-accent hover:text-accent-ink [&_svg]:size-3.5"
      onClick={onClick}
    >
      {icon}
    </button>
  );
}

/** A connection: a smooth step with the output's name and how many went this way; at hand, what can be done with it. */
export const ScenarioEdge = memo(function ScenarioEdge(props: EdgeProps<FlowEdge>) {
  const { id, data, selected = false } = props;
  const { actions, sessionStore } = useCanvas();
  const isFar = useIsFar();
  const isNear = useSession((state) => state.nearEdge === id);
  const [path, labelX, labelY] = getSmoothStepPath({ ...props, borderRadius: cornerRadius });
  const words = [data?.label ?? '', data?.count ? formatNumber(data.count) : '']
    .filter((word) => word !== '')
    .join(' · ');
  const isAtHand = (selected || isNear) && data?.isReadOnly === false;

  return (
    <>
      <BaseEdge id={id} path={path} interactionWidth={24} />
      {words !== '' && !isFar && !isAtHand && <EdgeWords words={words} x={labelX} y={labelY} />}
      {isAtHand && (
        <EdgeLabelRenderer>
          <div
            className="edge-label nodrag nopan"
            style={{ transform: `translate(-50%, -50%) translate(${labelX}px, ${labelY}px)` }}
            onPointerEnter={() => comeNear(sessionStore, id)}
            onPointerLeave={() => goAway(sessionStore)}
          >
            {words !== '' && (
              <span className="rounded-full border bg-surface px-2 text-12 text-ink-muted">{words}</span>
            )}
            <EdgeButton
              label="Put a node in between"
              icon={<Plus aria-hidden />}
              onClick={() => actions.offerInsert(id)}
            />
            {selected && (
              <EdgeButton
                label="Remove this connection"
                icon={<X aria-hidden />}
                onClick={() => actions.remove(none, new Set([id]))}
              />
            )}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  );
});
