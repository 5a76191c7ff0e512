import type { RefusalCount } from '@curlew/contract';
import { describeRefusalType } from '@curlew/engine';
import { formatNumber } from '../../lib/format-number.ts';

interface RefusalTableProps {
  readonly refusals: readonly RefusalCount[];
  readonly nodeName: (nodeId: string) => string;
}

/** Why messages are not sent, with how many, most first. */
export function RefusalTable({ refusals, nodeName }: RefusalTableProps) {
  return (
    <table className="w-full text-13">
      <thead>
        <tr className="border-b text-left text-12 text-ink-muted">
          <th scope="col" className="py-1.5 pr-3 font-medium">
            Reason
          </th>
          <th scope="col" className="py-1.5 pr-3 font-medium">
            Node
          </th>
          <th scope="col" className="py-1.5 text-right font-medium">
            Customers
          </th>
        </tr>
      </thead>
      <tbody>
        {refusals.map((refusal) => (
          <tr
            key={`${refusal.nodeId} ${refusal.status} ${refusal.type}`}
            className="border-b last:border-b-0"
          >
            <td className="py-1.5 pr-3">{describeRefusalType(refusal.type)}</td>
            <td className="py-1.5 pr-3 text-ink-muted">{nodeName(refusal.nodeId)}</td>
            <td className="py-1.5 text-right tabular-nums">{formatNumber(refusal.count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
