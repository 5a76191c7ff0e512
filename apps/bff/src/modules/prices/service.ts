import type { Price, PriceKey } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { ApiFailure, notFound } from '../../http/api-failure.ts';
import { audit } from '../audit/service.ts';
import { hasIntegration } from '../integrations/service.ts';
import { deletePriceRows, lockPriceList, readPriceRows, upsertPriceRows, type PriceListOf } from './store.ts';

/** The prices of one integration, for `priceAt`: by country, and each country by day. */
export { readPriceRows as readPrices } from './store.ts';

const keyOf = ({ country, validFrom }: PriceKey): string => `${country} ${validFrom}`;

const refuseRepeated = (prices: readonly Price[]): void => {
  const seen = new Set<string>();
  for (const [index, price] of prices.entries()) {
    if (seen.has(keyOf(price))) {
      const message = `There are two prices for ${price.country === '*' ? 'all other countries' : price.country} from ${price.validFrom}: leave one out.`;
      throw new ApiFailure('bad_request', message, { fields: [{ path: `set.${index}.country`, message }] });
    }
    seen.add(keyOf(price));
  }
};

/** What was done, as the log keeps it. */
const describeChange = (before: readonly Price[], after: readonly Price[]) => {
  const earlier = new Map(before.map((price) => [keyOf(price), price]));
  const later = new Set(after.map(keyOf));
  const changed = after.filter((price) => {
    const old = earlier.get(keyOf(price));
    return old?.price !== price.price || old.currency !== price.currency;
  });
  return {
    added: changed.filter((price) => !earlier.has(keyOf(price))),
    changed: changed.flatMap((price) => {
      const from = earlier.get(keyOf(price));
      return from ? [{ from, to: price }] : [];
    }),
    removed: before.filter((price) => !later.has(keyOf(price))),
  };
};

export const listPrices = async ({ database }: AppContext, list: PriceListOf): Promise<Price[]> => {
  if (!(await hasIntegration(database, list))) throw notFound('integration');
  return readPriceRows(database.pool, list);
};

interface Change {
  readonly remove: readonly PriceKey[];
  readonly set: readonly Price[];
  readonly userId: string;
}

/** Takes prices away, then adds and changes; returns the whole list. What changes nothing is not written to the log. */
export const changePrices = (
  { database }: Pick<AppContext, 'database'>,
  list: PriceListOf,
  { remove, set, userId }: Change,
): Promise<Price[]> => {
  refuseRepeated(set);
  return database.transaction(async (connection) => {
    if (!(await lockPriceList(connection, list))) throw notFound('integration');
    const before = await readPriceRows(connection, list);
    await deletePriceRows(connection, list, remove);
    await upsertPriceRows(connection, list, set);
    const after = await readPriceRows(connection, list);
    const detail = describeChange(before, after);
    if (Object.values(detail).every((entries) => entries.length === 0)) return after;
    await audit(connection, {
      projectId: list.projectId,
      userId,
      action: 'prices.change',
      subjectId: list.integrationId,
      detail,
    });
    return after;
  });
};
