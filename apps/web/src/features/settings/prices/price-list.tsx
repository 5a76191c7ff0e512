import type { Price } from '@curlew/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dayInZone } from '../../../lib/day-in-zone.ts';
import { describeError } from '../../../lib/error-sentences.ts';
import { useNow } from '../../../lib/use-now.ts';
import { Card } from '../../../ui/card.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { notify } from '../../../ui/notify.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { PasteList } from './paste-list.tsx';
import { PriceForm } from './price-form.tsx';
import { priceListQuery } from './price-list-query.ts';
import { PriceTable } from './price-table.tsx';
import { nameCountry } from './price-rows.ts';
import { useChangePrices } from './use-change-prices.ts';

interface PriceListProps {
  readonly projectId: string;
  readonly integration: { readonly id: string; readonly name: string };
  readonly timeZone: string;
  readonly mayChange: boolean;
}

/** The price list of one integration, with what counts today. */
export function PriceList({ projectId, integration, timeZone, mayChange }: PriceListProps) {
  const { data, error, refetch } = useQuery(priceListQuery(projectId, integration.id));
  const change = useChangePrices(projectId, integration.id);
  const now = useNow();
  const [edited, setEdited] = useState<Price | null>(null);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label="Loading prices" />;
  const { prices } = data;
  const today = dayInZone(new Date(now), timeZone);
  const currency = prices[0]?.currency ?? 'EUR';

  const save = async (set: Price[], remove: Price[]): Promise<boolean> => {
    try {
      await change.mutateAsync({ set, remove });
      return true;
    } catch (problem) {
      notify.failed(describeError(problem));
      return false;
    }
  };
  const remove = async (price: Price) => {
    if (edited === price) setEdited(null);
    if (!(await save([], [price]))) return;
    notify.done(`Removed the price for ${nameCountry(price.country)} from ${price.validFrom}`, {
      label: 'Undo',
      onClick: () => void save([price], []),
    });
  };

  return (
    <Card title={`Prices of ${integration.name}`}>
      <p className="pb-4 text-13 text-ink-muted">
        What one part of a message costs to a country. A price counts from its day on, in the time zone of the
        project, until the next of the same country begins.
      </p>
      {mayChange && (
        <PriceForm
          key={edited ? `${edited.country} ${edited.validFrom}` : 'new'}
          edited={edited}
          prices={prices}
          today={today}
          currency={currency}
          isWorking={change.isPending}
          onSave={save}
          onDone={() => setEdited(null)}
        />
      )}
      <PriceTable
        prices={prices}
        today={today}
        mayChange={mayChange}
        onEdit={setEdited}
        onRemove={(price) => void remove(price)}
      />
      {mayChange && (
        <PasteList today={today} currency={currency} isWorking={change.isPending} onSave={save} />
      )}
    </Card>
  );
}
