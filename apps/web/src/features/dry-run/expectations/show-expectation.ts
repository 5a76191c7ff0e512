import type { Expectation } from '@curlew/contract';
import { nextTimeOfDay } from '@curlew/scenario';
import type { DryRunState } from '../dry-run-store.ts';

/** The dry run that an expectation is about, as it would be played at a moment in the project's zone. */
export const showExpectation = (
  { name, customer, start, script }: Expectation,
  { now, timeZone }: { readonly now: number; readonly timeZone: string },
): Pick<DryRunState, 'who' | 'startsAt' | 'script' | 'at' | 'customerId' | 'isPlaying'> => ({
  who:
    customer.kind === 'made'
      ? { kind: 'made', customer: customer.customer }
      : { kind: 'kept', id: customer.id, name },
  startsAt:
    start.kind === 'moment'
      ? Date.parse(start.at)
      : nextTimeOfDay(now, { time: start.time, weekdays: [start.weekday] }, timeZone),
  script,
  at: null,
  customerId: null,
  isPlaying: false,
});
