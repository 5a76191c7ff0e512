import { formatNumber } from '../../../lib/format-number.ts';
import { describeSums } from '../../../lib/describe-cost.ts';
import type { CellGroup } from './group-cells.ts';
import type { Cost } from './use-cost.ts';

interface CellsTableProps {
  /** What the rows are: "Country". */
  readonly title: string;
  readonly groups: readonly CellGroup[];
  readonly nameOf: (key: string | null) => string;
  readonly cost: Cost | null;
}

/** Messages, parts and money of each country, or of each language. */
export function CellsTable({ title, groups, nameOf, cost }: CellsTableProps) {
  const headClass = 'py-1.5 pl-3 text-right font-medium';
  const numberClass = 'py-1.5 pl-3 text-right tabular-nums';
  return (
    <table className="w-full text-13">
      <thead>
        <tr className="border-b text-12 text-ink-muted">
          <th scope="col" className="py-1.5 text-left font-medium">
            {title}
          </th>
          <th scope="col" className={headClass}>
            Messages
          </th>
          <th scope="col" className={headClass}>
            Parts
          </th>
          {cost && (
            <th scope="col" className={headClass}>
              Cost
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {groups.map(({ key, messages, parts, cells }) => (
          <tr key={key ?? ''} className="border-b last:border-b-0">
            <td className="py-1.5">{nameOf(key)}</td>
            <td className={numberClass}>{formatNumber(messages)}</td>
            <td className={numberClass}>{formatNumber(parts)}</td>
            {cost && <td className={numberClass}>{describeSums(cost(cells)) ?? 'no price'}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
