import type { AudienceResult } from '@curlew/contract';
import { describeRefusalType } from '@curlew/engine';
import { formatCount, formatNumber, formatShare } from '../../../lib/format-number.ts';

const average = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

// 1.001 must not read as 1, nor 1.999 as 2: both say that all have as many.
const describeAverage = (mean: number, { least, most }: { least: number; most: number }): string => {
  const shown = average.format(mean);
  if (shown === average.format(least)) return `just over ${shown}`;
  return shown === average.format(most) ? `just under ${shown}` : shown;
};

const unknowns = { event: 'the event', webhook: 'the answer of the webhook' } as const;

/** What the message reads and nobody knows before it runs: "the event"; null where it reads nothing of that kind. */
export const describeUnknown = ({ without }: Pick<AudienceResult, 'without'>): string | null =>
  without.length === 0 ? null : without.map((name) => unknowns[name]).join(' and ');

/** What was counted without an event, where nothing gives one: it is not unknown then, it is missing for sure. */
export const withoutEvent = (result: AudienceResult): AudienceResult => ({
  ...result,
  without: result.without.filter((name) => name !== 'event'),
});

/** 1 to 2 parts, 1.08 on average, 96 % in 1 part */
export const describeParts = ({ parts, byParts, messages, refusals, without }: AudienceResult): string => {
  if (parts === null) {
    const unknown = describeUnknown({ without });
    // A template that fails for want of what nobody knows yet says nothing of those who will have it.
    return unknown !== null && refusals.some(({ type }) => type === 'template_error')
      ? `Not known before it runs: the message needs ${unknown}`
      : 'No message would leave';
  }
  const { least, most, total } = parts;
  if (least === most) return `${formatCount(least, 'part')} each`;
  const usual = byParts.reduce((best, row) => (row.messages > best.messages ? row : best));
  const share = formatShare(usual.messages, messages);
  return `${least} to ${formatCount(most, 'part')}, ${describeAverage(total / messages, { least, most })} on average, ${share} in ${usual.parts}`;
};

/** What the message itself does wrong for some: 12 not sent: mostly template error. Null where nobody is refused for it. */
export const describeFailures = ({ refusals, without }: AudienceResult): string | null => {
  const own = refusals
    // A template that fails for want of what nobody knows yet is no mistake.
    .filter(
      ({ status, type }) =>
        status === 'enqueue_failed' && (type !== 'template_error' || without.length === 0),
    )
    .toSorted((one, other) => other.count - one.count);
  const [worst] = own;
  if (!worst) return null;
  const count = own.reduce((sum, row) => sum + row.count, 0);
  const mostly = own.length === 1 ? '' : 'mostly ';
  return `${formatNumber(count)} not sent: ${mostly}${describeRefusalType(worst.type).toLowerCase()}`;
};

/** What was counted, and what was left aside. */
export const describeAudience = (result: AudienceResult): string => {
  const { customers } = result;
  const all = `${customers === 1 ? 'The one customer' : `All ${formatNumber(customers)} customers`} of the project, as they are now. What stands before the message in its scenario is left aside`;
  const unknown = describeUnknown(result);
  return unknown === null ? `${all}.` : `${all}, and so is ${unknown}, which nobody knows before it runs.`;
};
