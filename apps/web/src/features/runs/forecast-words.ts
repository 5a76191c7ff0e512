import type { ForecastAssumption, ForecastSpan, StartForecast, TriggerForecast } from '@curlew/contract';
import { formatClock, formatDay } from '../../lib/format-date.ts';
import { formatCount } from '../../lib/format-number.ts';

const entriesLabels: { readonly [S in ForecastSpan]: string } = {
  start: 'customers enter',
  time: 'customers enter each time',
  week: 'customers enter in the next 7 days',
  day: 'customers enter a day',
  hundred_calls: 'calls',
};

/** The same where re-entry leaves customers out. */
const limitedLabels: { readonly [S in ForecastSpan]?: string } = {
  time: 'customers enter the next time',
  hundred_calls: 'of 100 calls let a customer in',
};

/** How many messages would leave, of all triggers together. */
export const countForecastMessages = ({ triggers }: Pick<StartForecast, 'triggers'>): number =>
  triggers.flatMap(({ nodes }) => nodes).reduce((sum, node) => sum + node.messages, 0);

/** What stands under the number of those who enter. */
export const entriesLabel = ({ per, reentry }: TriggerForecast): string =>
  (reentry === null ? undefined : limitedLabels[per]) ?? entriesLabels[per];

const describeNext = (nextAt: string | null): string | null => {
  if (nextAt === null) return null;
  const date = new Date(nextAt);
  return `Next on ${formatDay(date)} at ${formatClock(date)}.`;
};

/** What a limit of re-entry means for the numbers, at the end of its sentence. */
const limitedGround = (per: ForecastSpan, mode: 'once' | 'period'): string => {
  if (per === 'hundred_calls') return ', and each of the 100 calls is taken to name another customer';
  if (per !== 'time') return '';
  return mode === 'once' ? ', and later times let in who is new then' : ', and later times may let in others';
};

const describeReentry = ({ per, reentry }: TriggerForecast): string | null => {
  if (reentry === null) return null;
  const { mode, days, leftOut } = reentry;
  const who =
    leftOut === 0
      ? 'nobody is left out yet'
      : `${formatCount(leftOut, 'customer')} who came in before ${leftOut === 1 ? 'is' : 'are'} left out`;
  const often = mode === 'once' ? 'once only' : `once in ${formatCount(days, 'day')}`;
  return `Each customer enters ${often}: ${who}${limitedGround(per, mode)}.`;
};

const ground: { readonly [S in ForecastSpan]: string | null } = {
  start: null,
  time: null,
  week: null,
  day: 'As often as it happened in the last 30 days, each walked with an event that happened.',
  hundred_calls:
    'Nobody knows how often your program will call: these are the numbers of 100 calls that name any of your customers.',
};

const describeSample = ({ per, sampled }: TriggerForecast): string | null => {
  if (sampled === null || sampled === 0) return null;
  const whom = per === 'day' ? formatCount(sampled, 'such event') : formatCount(sampled, 'customer');
  return `Estimated from ${whom} chosen at random.`;
};

/** What the numbers of a trigger are and come from, in sentences; empty where there is nothing to say. */
export const describeGround = (trigger: TriggerForecast): string => {
  if (trigger.entries === null)
    return 'Counting who enters takes too long here, so that nothing can be said before the start.';
  return [
    ground[trigger.per],
    describeNext(trigger.nextAt),
    describeReentry(trigger),
    describeSample(trigger),
  ]
    .filter((sentence) => sentence !== null)
    .join(' ');
};

export const assumptionSentences: { readonly [A in ForecastAssumption]: string } = {
  events_never_come: 'Whoever waits for an event is counted as if it never came.',
  webhooks_answer: 'Webhooks are not called now: each is taken to answer well.',
  as_of_now: 'Waits are passed at once: what changes meanwhile is not known yet.',
};
