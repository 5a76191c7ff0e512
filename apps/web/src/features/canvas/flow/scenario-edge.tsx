import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getSmoothStepPath } from '@xyflow/react';
import { Plus, X } from 'lucide-react';
import { memo, type ReactNode, use } from 'react';
import { formatNumber } from '../../../lib/format-number.ts';
import { useCanvas } from '../state/canvas-context.ts';
import { comeNear, goAway } from '../state/near-edge.ts';
import { countGap, countText } from './count-text.ts';
import { EdgeWords } from './edge-words.tsx';
import type { FlowEdge } from './flow-types.ts';
import { FarContext } from './use-is-far.ts';

const cornerRadius = 10;
/** How near the pointer has to come, in px. From afar connections lie so close that the line itself has to be hit. */
const reach = 24;
/** A connection so long, in px, has its name in the middle besides the number at its beginning. */
const roomForBoth = 220;
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

/** A connection: a smooth step with the output's name and, where it begins, how many went this way; at hand, what can be done with it. */
export const ScenarioEdge = memo(function ScenarioEdge(props: EdgeProps<FlowEdge>) {
  const { id, data, selected = false } = props;
  const { actions, sessionStore } = useCanvas();
  const isFar = use(FarContext);
  const [path, labelX, labelY] = getSmoothStepPath({ ...props, borderRadius: cornerRadius });
  const label = data?.label ?? '';
  const count = data?.count ?? 0;
  const isAtHand = data?.isAtHand ?? false;
  // The row of the card says the name, too: beside a number it gives way where there is little room.
  const hasRoom = count === 0 || Math.abs(props.targetX - props.sourceX) > roomForBoth;

  return (
    <>
      <BaseEdge id={id} path={path} interactionWidth={isFar ? 0 : reach} />
      {label !== '' && hasRoom && !isFar && !isAtHand && <EdgeWords words={label} x={labelX} y={labelY} />}
      {count > 0 && !isFar && (
        <EdgeWords
          words={countText(count)}
          x={props.sourceX + countGap}
          y={props.sourceY}
          anchor="start"
          isCount
          title={`${formatNumber(count)} went this way`}
        />
      )}
      {isAtHand && (
        <EdgeLabelRenderer>
          <div
            className="edge-label nodrag nopan"
            style={{ transform: `translate(-50%, -50%) translate(${labelX}px, ${labelY}px)` }}
            onPointerEnter={() => comeNear(sessionStore, id)}
            onPointerLeave={() => goAway(sessionStore)}
          >
            {label !== '' && (
              <span className="rounded-full border bg-surface px-2 text-12 text-ink-muted">{label}</span>
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
