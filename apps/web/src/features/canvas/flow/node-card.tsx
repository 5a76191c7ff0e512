import { describeNode, nodeKinds } from '@curlew/scenario';
import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { classNames } from '../../../lib/class-names.ts';
import { NodeIcon } from '../looks/node-icon.tsx';
import { ProblemBadge } from '../problems/problem-badge.tsx';
import { type FlowCard, inputHandle } from './flow-types.ts';
import { NodeCounts } from './node-counts.tsx';
import { handleTop } from './node-size.ts';
import { NodeOutputs } from './node-outputs.tsx';

/** A node on the canvas: what it is, its name, what it does in one line, how it goes. */
export const NodeCard = memo(function NodeCard({ data, selected, isConnectable }: NodeProps<FlowCard>) {
  const { node, problems, counts, target, openOutputs } = data;
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
      <NodeOutputs
        node={node}
        name={node.name || title}
        outputs={outputs}
        open={new Set(openOutputs.split(' '))}
        isConnectable={isConnectable}
      />
      {counts && <NodeCounts kind={node.kind} counts={counts} />}
    </div>
  );
});
