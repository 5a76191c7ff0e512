import { priceSchema, type Price } from '@curlew/contract';
import { type FormEvent, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { SearchSelect } from '../../../ui/search-select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { LeaveGuard } from '../leave-guard.tsx';
import { countryOptions } from './country-options.ts';
import { nameCountry } from './price-rows.ts';

interface PriceFormProps {
  /** The price that is changed; null: a new one. */
  readonly edited: Price | null;
  readonly prices: readonly Price[];
  readonly today: string;
  readonly currency: string;
  readonly isWorking: boolean;
  /** True once it is saved. */
  readonly onSave: (set: Price[], remove: Price[]) => Promise<boolean>;
  readonly onDone: () => void;
}

const isSame = (a: Price, b: Price): boolean => a.country === b.country && a.validFrom === b.validFrom;

/** Adds a price, or changes one. */
export function PriceForm(props: PriceFormProps) {
  const { edited, prices, today, currency, isWorking, onSave, onDone } = props;
  const fresh: Price = edited ?? { country: '*', price: '', currency, validFrom: today };
  const [price, setPrice] = useState(fresh);
  const [isAsked, setAsked] = useState(false);
  const change = (part: Partial<Price>) => setPrice({ ...price, ...part });
  const parsed = priceSchema.safeParse(price);
  const problemOf = (field: keyof Price): string | undefined =>
    isAsked ? parsed.error?.issues.find(({ path }) => path[0] === field)?.message : undefined;
  const taken = prices.find((one) => isSame(one, price) && !(edited && isSame(one, edited)));
  const isDirty = JSON.stringify(price) !== JSON.stringify(fresh);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!parsed.success) return;
    const moved = edited && !isSame(edited, parsed.data) ? [edited] : [];
    if (!(await onSave([parsed.data], moved))) return;
    setAsked(false);
    if (edited) onDone();
    else setPrice({ ...price, price: '' });
  };

  return (
    <form
      onSubmit={(event) => void submit(event)}
      noValidate
      aria-label={edited ? 'Change a price' : 'Add a price'}
      className="mb-4 grid gap-3 rounded-control bg-surface-sunken p-3 lg:grid-cols-[minmax(0,1fr)_7rem_5.5rem_9.5rem_auto]"
    >
      <Field
        label="Country"
        error={problemOf('country')}
        warning={
          taken
            ? `${nameCountry(taken.country)} has ${taken.currency} ${taken.price} from this day: it is replaced`
            : undefined
        }
      >
        <SearchSelect
          noun="Countries"
          placeholder="Search a country"
          options={countryOptions}
          value={price.country}
          onChange={(country) => change({ country })}
        />
      </Field>
      <Field label="Price per part" error={problemOf('price')}>
        <TextField
          value={price.price}
          inputMode="decimal"
          placeholder="0.045"
          autoComplete="off"
          onChange={(event) => change({ price: event.target.value.trim().replace(',', '.') })}
        />
      </Field>
      <Field label="Currency" error={problemOf('currency')}>
        <TextField
          value={price.currency}
          maxLength={3}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => change({ currency: event.target.value.toUpperCase() })}
        />
      </Field>
      <Field label="From" error={problemOf('validFrom')}>
        <TextField
          type="date"
          value={price.validFrom}
          onChange={(event) => change({ validFrom: event.target.value })}
        />
      </Field>
      <div className="flex items-start gap-2 lg:pt-6">
        <Button type="submit" loading={isWorking}>
          {edited ? 'Save' : 'Add price'}
        </Button>
        {edited && <Button onClick={onDone}>Cancel</Button>}
      </div>
      <LeaveGuard isDirty={isDirty && price.price !== ''} what="The price you typed" />
    </form>
  );
}
