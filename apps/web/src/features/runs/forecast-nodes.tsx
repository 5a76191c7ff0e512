import type { TriggerForecast } from '@curlew/contract';
import { describeSums } from '../../lib/describe-cost.ts';
import { formatNumber } from '../../lib/format-number.ts';

interface ForecastNodesProps {
  readonly nodes: TriggerForecast['nodes'];
  readonly nodeName: (nodeId: string) => string;
}

const headClass = 'py-1.5 pl-3 text-right font-medium';
const cellClass = 'py-1.5 pl-3 text-right tabular-nums';

/** What each message comes to, where there are several. */
export function ForecastNodes({ nodes, nodeName }: ForecastNodesProps) {
  if (nodes.length < 2) return null;
  return (
    <table className="w-full text-13">
      <thead>
        <tr className="border-b text-12 text-ink-muted">
          <th scope="col" className="py-1.5 text-left font-medium">
            Message
          </th>
          <th scope="col" className={headClass}>
            Sent
          </th>
          <th scope="col" className={headClass}>
            Parts
          </th>
          <th scope="col" className={headClass}>
            Cost
          </th>
        </tr>
      </thead>
      <tbody>
        {nodes.map(({ nodeId, messages, parts, cost }) => (
          <tr key={nodeId} className="border-b last:border-b-0">
            <td className="py-1.5">{nodeName(nodeId)}</td>
            <td className={cellClass}>{formatNumber(messages)}</td>
            <td className={cellClass}>{formatNumber(parts)}</td>
            <td className={cellClass}>{describeSums(cost) ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
