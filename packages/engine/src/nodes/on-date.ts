import { momentOnClock } from '@curlew/scenario';
import { customerZone } from '../customer-zone.ts';
import type { NodeInput, NodeOutcome } from '../node-outcome.ts';

/**
 * An On date trigger holds each customer until their moment; whose moment was past when the run started goes no further, but for
 * those who were held already then and were moved here from another version.
 */
export const executeOnDate = ({
  node,
  customer,
  facts,
  run,
  reachedAt,
}: NodeInput<'on_date'>): NodeOutcome => {
  const { date, time, timeZone } = node.settings;
  const moment = momentOnClock(date, time, customerZone(timeZone, customer, facts));
  const cameBefore = reachedAt < Math.min(run.startedAt, facts.now);
  if (moment < run.startedAt && !cameBefore)
    return {
      kind: 'end',
      ending: { code: 'moment_past', message: 'Their moment was past when the scenario was started' },
      why: moment,
    };
  return moment > facts.now
    ? { kind: 'hold', until: moment, output: 'out' }
    : { kind: 'leave', output: 'out', why: moment };
};
