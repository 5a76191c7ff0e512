import type { NodeProps } from '@xyflow/react';
import { memo, use } from 'react';
import { classNames } from '../../../lib/class-names.ts';
import { FarCard } from './far-card.tsx';
import type { FlowCard } from './flow-types.ts';
import { NearCard } from './near-card.tsx';
import { FarContext } from './use-is-far.ts';

/** A node on the canvas: what it is, its name, what it does in one line, how it goes. */
export const NodeCard = memo(function NodeCard({ data, selected, isConnectable }: NodeProps<FlowCard>) {
  const { node, problems, target } = data;
  const isFar = use(FarContext);

  return (
    <div
      className={classNames(
        'node-card relative h-full rounded-card border bg-surface-raised',
        selected && 'is-selected',
        target === 'possible' && 'is-possible',
        target === 'refused' && 'is-refused',
      )}
    >
      {isFar ? (
        <FarCard node={node} problems={problems} />
      ) : (
        <NearCard data={data} isConnectable={isConnectable} />
      )}
    </div>
  );
});
