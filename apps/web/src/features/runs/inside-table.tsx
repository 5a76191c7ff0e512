import type { PublishPreview } from '@curlew/contract';
import { formatNumber } from '../../lib/format-number.ts';

/** Where those who are inside stand, the most first, and whether they can move to the new version. */
export function InsideTable({ nodes }: { readonly nodes: PublishPreview['nodes'] }) {
  return (
    <table className="w-full text-13">
      <caption className="sr-only">Where customers stand</caption>
      <thead>
        <tr className="border-b text-left text-12 text-ink-muted">
          <th scope="col" className="py-1.5 pr-3 font-medium">
            Node
          </th>
          <th scope="col" className="py-1.5 pr-3 text-right font-medium">
            Customers
          </th>
          <th scope="col" className="py-1.5 font-medium">
            In the new version
          </th>
        </tr>
      </thead>
      <tbody>
        {nodes.map(({ nodeId, name, inside, canMove }) => (
          <tr key={nodeId} className="border-b last:border-b-0">
            <td className="max-w-0 truncate py-1.5 pr-3">{name}</td>
            <td className="py-1.5 pr-3 text-right tabular-nums">{formatNumber(inside)}</td>
            <td className={canMove ? 'py-1.5 text-ink-muted' : 'py-1.5 text-warn'}>
              {canMove ? 'Can move' : 'Node is gone'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
