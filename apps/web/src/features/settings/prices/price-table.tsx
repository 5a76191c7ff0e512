import type { Price } from '@curlew/contract';
import { Pencil, Trash2 } from 'lucide-react';
import { formatDay } from '../../../lib/format-date.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { StatusPill } from '../../../ui/status-pill.tsx';
import { Table } from '../../../ui/table.tsx';
import { priceRows, type PriceState } from './price-rows.ts';

interface PriceTableProps {
  readonly prices: readonly Price[];
  readonly today: string;
  readonly mayChange: boolean;
  readonly onEdit: (price: Price) => void;
  readonly onRemove: (price: Price) => void;
}

const stateWords: { readonly [S in PriceState]: string } = {
  in_force: 'In force',
  coming: 'To come',
  past: 'Past',
};
const stateTones = { in_force: 'good', coming: 'accent', past: 'neutral' } as const;

/** Every price of a list, with what counts today. */
export function PriceTable({ prices, today, mayChange, onEdit, onRemove }: PriceTableProps) {
  if (prices.length === 0)
    return (
      <p className="rounded-control bg-surface-sunken px-3 py-6 text-center text-13 text-ink-muted">
        No price yet.
        {mayChange && ' Begin with one for all other countries, or paste the list of your operator.'}
      </p>
    );
  return (
    <div className="flex max-h-128 flex-col rounded-control border">
      <Table label="Prices">
        <thead>
          <tr>
            <th scope="col">Country</th>
            <th scope="col" data-align="end">
              Price per part
            </th>
            <th scope="col" className="max-md:hidden">
              From
            </th>
            <th scope="col" className="max-md:hidden">
              State
            </th>
            {mayChange && (
              <th scope="col">
                <span className="sr-only">Actions</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {priceRows(prices, today).map(({ price, countryName, state }) => (
            <tr key={`${price.country} ${price.validFrom}`}>
              <td className="wrap-anywhere max-md:py-2">
                {countryName}
                {/* On a phone there is no room for columns of their own. */}
                <span className="flex flex-wrap items-center gap-x-2 gap-y-1 pt-1 text-12 text-ink-muted tabular-nums md:hidden">
                  From {formatDay(new Date(`${price.validFrom}T12:00`))}
                  <StatusPill tone={stateTones[state]}>{stateWords[state]}</StatusPill>
                </span>
              </td>
              <td data-align="end" className="tabular-nums">
                {price.currency} {price.price}
              </td>
              <td className="whitespace-nowrap tabular-nums max-md:hidden">
                {formatDay(new Date(`${price.validFrom}T12:00`))}
              </td>
              <td className="max-md:hidden">
                <StatusPill tone={stateTones[state]}>{stateWords[state]}</StatusPill>
              </td>
              {mayChange && (
                <td data-align="end" className="whitespace-nowrap">
                  <IconButton
                    label={`Change the price for ${countryName} from ${price.validFrom}`}
                    size="small"
                    icon={<Pencil />}
                    onClick={() => onEdit(price)}
                  />
                  <IconButton
                    label={`Remove the price for ${countryName} from ${price.validFrom}`}
                    size="small"
                    icon={<Trash2 />}
                    onClick={() => onRemove(price)}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
