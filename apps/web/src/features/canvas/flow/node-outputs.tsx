import type { NodeCounts } from '@curlew/contract';
import type { NodeOutput, ScenarioNode } from '@curlew/scenario';
import { Handle, Position } from '@xyflow/react';
import { Fragment } from 'react';
import { countGap, countLeft, countText, labelWidth } from './count-text.ts';
import { OutputButton } from './output-button.tsx';
import { OutputCount } from './output-count.tsx';
import { outputTop } from './node-size.ts';

interface NodeOutputsProps {
  readonly node: ScenarioNode;
  readonly name: string;
  readonly outputs: readonly NodeOutput[];
  /** Ids of those that lead nowhere yet. */
  readonly open: ReadonlySet<string>;
  /** Null: no run to show. */
  readonly counts: NodeCounts | null;
  readonly isConnectable: boolean;
}

/** Where customers leave a node: a handle for each output and, while it leads nowhere, who left by it and the way on. Several have their names beside. */
export function NodeOutputs({ node, name, outputs, open, counts, isConnectable }: NodeOutputsProps) {
  const hasRows = outputs.length > 1;
  const openOutputs = outputs.flatMap(({ id, label }, index) =>
    open.has(id)
      ? [{ id, label, top: outputTop(index, outputs.length), count: counts ? countLeft(counts, id) : 0 }]
      : [],
  );
  return (
    <>
      {hasRows && (
        <ul className="pb-2">
          {outputs.map(({ id, label }) => (
            <li key={id} className="flex h-6 items-center justify-end truncate px-3 text-12 text-ink-muted">
              <span className="truncate">{label}</span>
            </li>
          ))}
        </ul>
      )}
      {outputs.map(({ id, label }, index) => (
        <Handle
          key={id}
          type="source"
          id={id}
          position={Position.Right}
          isConnectable={isConnectable}
          style={{ top: outputTop(index, outputs.length) }}
          {...(label === '' ? {} : { title: label })}
        />
      ))}
      {openOutputs.map(({ id, label, top, count }) => (
        <Fragment key={id}>
          {/* Where it led on, its connection would say it, at the same place. */}
          {count > 0 && <OutputCount count={count} top={top} />}
          {isConnectable && (
            <OutputButton
              label={label === '' ? `Connect ${name} to…` : `Connect ${name}, ${label}, to…`}
              top={top}
              offset={count > 0 ? countGap + labelWidth(countText(count)) : 0}
              from={{ source: node.id, output: id }}
            />
          )}
        </Fragment>
      ))}
    </>
  );
}
