import type { Format } from './campaign.ts';

const delay = {
  accept: { ms: 20, jitter: 20 },
  dispatch: { ms: 200, jitter: 100 },
  deliver: { ms: 400, jitter: 300 },
};
const failure = { share: 0 };
// However few the requests are, each fault strikes one; what comes through in between keeps the circuit closed.
const inTurn = 'status429 dropBefore none status503 dropAfter none status500 truncated none';
const next = inTurn.split(' ').map((fault) => ({ fault, requests: 1 }));
const retries = { retry: { firstMs: 500, times: 12 }, cmRetry: { everyMs: 500 } };

/** A carrier on a bad day: a share of the requests goes wrong, before and after it has taken them, and reports come twice and late. */
export const badDay = (format: Format): object => ({
  delay,
  failure,
  faults: {
    status429: 0.03,
    status500: 0.03,
    status503: 0.03,
    dropBefore: 0.03,
    dropAfter: 0.03,
    truncated: 0.03,
    slow: { share: 0.03, ms: 5_000 },
    next,
  },
  reports: {
    duplicates: 0.05,
    late: { share: 0.02, ms: 3_000 },
    // Without its report nobody learns what CM did with a request whose answer was lost.
    never: format === 'cm' ? 0.1 : 0,
    ...retries,
  },
});

/** Everything is taken and answered at once, so that what is left of a bad day comes to its end. */
export const goodDay = { delay, failure, reports: retries };
