import { describeNode, nodeKinds } from '@curlew/scenario';
import { Handle, type NodeProps, Position } from '@xyflow/react';
import { Plus } from 'lucide-react';
import { memo } from 'react';
import { classNames } from '../../../lib/class-names.ts';
import { NodeIcon } from '../looks/node-icon.tsx';
import { ProblemBadge } from '../problems/problem-badge.tsx';
import { useCanvas } from '../state/canvas-context.ts';
import { type FlowNode, inputHandle } from './flow-types.ts';
import { NodeCounts } from './node-counts.tsx';
import { handleTop } from './node-size.ts';
import { outputTop } from './flow-node.ts';

/** A node on the canvas: what it is, its name, what it does in one line, how it goes. */
export const NodeCard = memo(function NodeCard({ data, selected, isConnectable }: NodeProps<FlowNode>) {
  const { actions } = useCanvas();
  const { node, problems, counts, target, isOpenEnded } = data;
  const { outputs, summary } = describeNode(node);
  const { title, hasInput } = nodeKinds[node.kind];

  return (
    <div
      className={classNames(
        'node-card h-full rounded-card border bg-surface-raised',
        selected && 'is-selected',
        target === 'possible' && 'is-possible',
        target === 'refused' && 'is-refused',
      )}
    >
      <div className="flex h-16 items-center gap-3 px-3">
        <NodeIcon kind={node.kind} />
        <div className="min-w-0 flex-1">
          <div className="flex items-center gap-2">
            <p className="min-w-0 flex-1 truncate text-13 font-semibold text-ink">{node.name || title}</p>
            {problems && <ProblemBadge problems={problems} />}
          </div>
          <p className="truncate text-12 text-ink-muted">{summary}</p>
        </div>
      </div>
      {counts && <NodeCounts kind={node.kind} counts={counts} />}

      {hasInput && (
        <Handle
          type="target"
          id={inputHandle}
          position={Position.Left}
          isConnectable={isConnectable}
          isConnectableStart={false}
          style={{ top: handleTop }}
        />
      )}
      {outputs.map(({ id }, index) => (
        <Handle
          key={id}
          type="source"
          id={id}
          position={Position.Right}
          isConnectable={isConnectable}
          style={{ top: outputTop(index) }}
        />
      ))}
      {isOpenEnded && (
        <div className="node-next" style={{ top: handleTop }}>
          <button
            type="button"
            aria-label={`Connect ${node.name || title} to…`}
            title="Connect to…"
            className="nokey nodrag nopan flex size-6 items-center justify-center rounded-full border border-line-button bg-surface-raised text-ink-muted hover:border-accent hover:text-accent-ink [&_svg]:size-4"
            onClick={(event) => {
              event.stopPropagation();
              actions.offerTargets(node.id);
            }}
          >
            <Plus aria-hidden />
          </button>
        </div>
      )}
    </div>
  );
});
