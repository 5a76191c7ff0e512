import type { CostEstimate } from '@curlew/engine';
import { formatCountry } from './format-place.ts';
import { formatCount, formatMoney } from './format-number.ts';

/** EUR 81.20 · GBP 3.10: currencies stand side by side. Null where nothing has a price. */
export const describeSums = ({ sums }: Pick<CostEstimate, 'sums'>): string | null =>
  sums.length === 0
    ? null
    : sums.map(({ currency, amount }) => formatMoney(Number(amount), currency)).join(' · ');

/** no price for France: 12 parts; null where all have one. */
export const describeUnpriced = ({ unpriced }: Pick<CostEstimate, 'unpriced'>): string | null => {
  if (unpriced.length === 0) return null;
  const named = unpriced.map(
    ({ country, parts }) =>
      `${country === null ? 'numbers of no known country' : formatCountry(country)}: ${formatCount(parts, 'part')}`,
  );
  return `No price for ${named.join(', ')}`;
};

/** What is saved in each currency that less is paid in. */
export const describeSaving = (before: CostEstimate, after: CostEstimate): string | null => {
  const later = new Map(after.sums.map(({ currency, amount }) => [currency, Number(amount)]));
  const saved = before.sums.flatMap(({ currency, amount }) => {
    const less = Number(amount) - (later.get(currency) ?? 0);
    return less > 0 ? [formatMoney(less, currency)] : [];
  });
  return saved.length === 0 ? null : saved.join(' · ');
};
