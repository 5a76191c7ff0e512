import type { NodeOutput, ScenarioNode } from '@curlew/scenario';
import { Handle, Position } from '@xyflow/react';
import { OutputButton } from './output-button.tsx';
import { outputTop } from './node-size.ts';

interface NodeOutputsProps {
  readonly node: ScenarioNode;
  readonly name: string;
  readonly outputs: readonly NodeOutput[];
  /** Ids of those that lead nowhere yet. */
  readonly open: ReadonlySet<string>;
  readonly isConnectable: boolean;
}

/** Where customers leave a node: a handle for each output and, while it leads nowhere, the way on. Several have their names beside. */
export function NodeOutputs({ node, name, outputs, open, isConnectable }: NodeOutputsProps) {
  const hasRows = outputs.length > 1;
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
      {outputs.map(({ id, label }, index) =>
        open.has(id) ? (
          <OutputButton
            key={id}
            label={label === '' ? `Connect ${name} to…` : `Connect ${name}, ${label}, to…`}
            top={outputTop(index, outputs.length)}
            from={{ source: node.id, output: id }}
          />
        ) : null,
      )}
    </>
  );
}
