import { formatNumber } from '../../../lib/format-number.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { type CountedReason, describeReason, isChosenFirst, keyOfReason } from './resend-words.ts';

interface ReasonListProps {
  readonly reasons: readonly CountedReason[];
  /** Keys of those that are ticked. */
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

/** Why customers got nothing in the end, with how many, to tick for whom a message is sent again. */
export function ReasonList({ reasons, chosen, onChange }: ReasonListProps) {
  const choose = (keys: readonly string[], isChecked: boolean): void => {
    const next = new Set(chosen);
    for (const key of keys) {
      if (isChecked) next.add(key);
      else next.delete(key);
    }
    onChange(next);
  };
  const count = reasons.filter((reason) => chosen.has(keyOfReason(reason))).length;
  const some = count === 0 ? 'none' : 'some';
  return (
    <table className="w-full text-13">
      <thead>
        <tr className="border-b text-left text-12 text-ink-muted">
          <th scope="col" className="w-7 py-1.5">
            <Checkbox
              label="All reasons"
              state={count === reasons.length ? 'all' : some}
              onChange={(isChecked) => choose(reasons.map(keyOfReason), isChecked)}
            />
          </th>
          <th scope="col" className="py-1.5 pr-3 font-medium">
            Why it failed
          </th>
          <th scope="col" className="py-1.5 text-right font-medium">
            Customers
          </th>
        </tr>
      </thead>
      <tbody>
        {reasons.map((reason) => {
          const key = keyOfReason(reason);
          const words = describeReason(reason);
          return (
            <tr key={key} className="border-b last:border-b-0">
              <td className="py-2 align-top">
                <Checkbox
                  label={words}
                  state={chosen.has(key) ? 'all' : 'none'}
                  onChange={(isChecked) => choose([key], isChecked)}
                />
              </td>
              <td className="py-1.5 pr-3 wrap-anywhere">
                {words}
                {!isChosenFirst(reason) && (
                  <span className="block text-12 text-ink-muted">Some of them may have got it.</span>
                )}
              </td>
              <td className="py-1.5 text-right align-top tabular-nums">{formatNumber(reason.customers)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
