import { describeNode, nodeKinds } from '@curlew/scenario';
import { Handle, Position } from '@xyflow/react';
import { NodeIcon } from '../looks/node-icon.tsx';
import { ProblemBadge } from '../problems/problem-badge.tsx';
import { type FlowNodeData, inputHandle } from './flow-types.ts';
import { NodeCounts } from './node-counts.tsx';
import { handleTop } from './node-size.ts';
import { NodeOutputs } from './node-outputs.tsx';

interface NearCardProps {
  readonly data: FlowNodeData;
  readonly isConnectable: boolean;
}

/** What stands on a card that can be read: name, what the node does in one line, outputs, counts. */
export function NearCard({ data, isConnectable }: NearCardProps) {
  const { node, problems, counts, openOutputs } = data;
  const { outputs, summary } = describeNode(node);
  const { title, hasInput } = nodeKinds[node.kind];
  return (
    <>
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
        counts={counts}
        isConnectable={isConnectable}
      />
      {counts && <NodeCounts nodeId={node.id} name={node.name || title} kind={node.kind} counts={counts} />}
    </>
  );
}
