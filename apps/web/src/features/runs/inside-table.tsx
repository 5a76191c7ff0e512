import type { PublishPreview } from '@curlew/contract';
import { classNames } from '../../lib/class-names.ts';
import { formatNumber } from '../../lib/format-number.ts';

/** Where those who are inside stand, the most first, and whether they can move to the new version. */
export function InsideTable({ nodes }: { readonly nodes: PublishPreview['nodes'] }) {
  return (
    <table className="w-full text-13">
      <caption className="sr-only">Where customers stand</caption>
      <thead>
        <tr className="border-b text-left text-12 text-ink-muted">
          <th scope="col" className="w-full py-1.5 pr-3 font-medium">
            Node
          </th>
          <th scope="col" className="py-1.5 pr-3 text-right font-medium">
            Customers
          </th>
          <th scope="col" className="py-1.5 font-medium whitespace-nowrap">
            In the new version
          </th>
        </tr>
      </thead>
      <tbody>
        {nodes.map(({ nodeId, name, inside, canMove }) => (
          <tr key={nodeId} className="border-b last:border-b-0">
            <td className="py-1.5 pr-3 wrap-anywhere">{name}</td>
            <td className="py-1.5 pr-3 text-right tabular-nums">{formatNumber(inside)}</td>
            <td className={classNames('py-1.5 whitespace-nowrap', canMove ? 'text-ink-muted' : 'text-warn')}>
              {canMove ? 'Can move' : 'Node is gone'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
