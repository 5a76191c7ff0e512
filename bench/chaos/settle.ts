import type { RunningCarrier } from '../workers/start-carrier.ts';
import type { Worker } from '../workers/start-worker.ts';
import { until } from '../workers/until.ts';
import type { Campaign } from './campaign.ts';
import { goodDay } from './faults.ts';
import { ageRequests, readStanding, type Standing } from './standing.ts';

// A report that is still to come comes within it.
const stillMs = 10_000;
const lookEveryMs = 500;

const isStill = (): ((standing: Standing) => boolean) => {
  let before = '';
  let since = performance.now();
  return (standing) => {
    const now = JSON.stringify(standing);
    if (now !== before) since = performance.now();
    before = now;
    return standing.waiting === 0 && performance.now() - since > stillMs;
  };
};

/**
 * Waits until everything has come to its end; the bad day is over once nothing waits to be sent. CM cannot be asked what became of a
 * request: when no report comes any more that could tell, the time passes after which it is given up.
 */
export const settle = async (teller: Worker, carrier: RunningCarrier, campaign: Campaign): Promise<void> => {
  const untilSo = (what: string, isSo: (standing: Standing) => boolean): Promise<void> =>
    until(what, async () => isSo(await readStanding(teller, campaign)), lookEveryMs);
  await untilSo('that everything was called for', ({ waiting }) => waiting === 0);
  await carrier.behave(goodDay);
  if (campaign.format === 'sinch')
    return untilSo(
      'that everything has come to its end',
      ({ waiting, asked, sent }) => waiting + asked + sent === 0,
    );
  await untilSo('that no report comes any more', isStill());
  await ageRequests(teller);
  return untilSo('that the rest is given up', ({ waiting, asked }) => waiting + asked === 0);
};
