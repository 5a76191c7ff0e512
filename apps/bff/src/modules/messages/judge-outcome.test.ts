import { expect, it } from 'vitest';
import { judgeOutcome, retryDelay } from './judge-outcome.ts';

it.each([
  ['at first', null, false, 0, 5_000],
  ['then twice as long', null, false, 1, 10_000],
  ['each time', null, false, 3, 40_000],
  ['but five minutes at most', null, false, 10, 300_000],
  ['however often', null, false, 1_000_000, 300_000],
  ['longer when the account is at fault', null, true, 0, 60_000],
  ['as the operator asks', 17_000, false, 5, 17_000],
  ['for an hour at most', 86_400_000, false, 0, 3_600_000],
  ['and never at once', 0, false, 0, 1_000],
] as const)('%s', (...[, afterMs, stopsQueue, attempt, delay]) => {
  expect(retryDelay({ afterMs, stopsQueue }, attempt)).toBe(delay);
});

it('judges each message of a batch that was taken in part', () => {
  const refused = [{ messageId: 'b', code: '7', error: 'no' }];
  const { judge, ...rest } = judgeOutcome({ kind: 'accepted', providerBatchId: 'x', refused }, 0);
  expect(rest).toMatchObject({ batchStatus: 'accepted', providerId: 'x' });
  expect(judge('a')).toEqual({ status: 'sent', statusCode: null, error: null });
  expect(judge('b')).toEqual({ status: 'rejected', statusCode: '7', error: 'no' });
});

it.each([
  [true, 60_000],
  [false, 5_000],
])(
  'lets those wait again that were not taken with the others (account at fault: %s)',
  (stopsQueue, delay) => {
    const again = { messageIds: ['b'], error: 'no balance', stopsQueue };
    const taken = { kind: 'accepted', providerBatchId: 'x', refused: [], again } as const;
    const { judge, ...rest } = judgeOutcome(taken, 0);
    expect(rest).toEqual({ batchStatus: 'accepted', providerId: 'x', retryAfterMs: delay });
    expect(judge('a')?.status).toBe('sent');
    expect(judge('b')).toBeNull();
    expect(judgeOutcome(taken, 1).retryAfterMs).toBe(2 * delay);
  },
);

it('lets those wait again that a refusal does not name', () => {
  const { judge } = judgeOutcome({ kind: 'refused', code: '7', error: 'no', messageIds: ['b'] }, 0);
  expect(judge('a')).toBeNull();
  expect(judge('b')).toEqual({ status: 'rejected', statusCode: '7', error: 'no' });
  const all = judgeOutcome({ kind: 'refused', code: '7', error: 'no', messageIds: 'all' }, 0);
  expect(all.judge('a')?.status).toBe('rejected');
});

it('tells each message that was refused its own reason, where there is one', () => {
  const each = [{ messageId: 'b', code: '303', error: 'the number is wrong' }];
  const { judge } = judgeOutcome({ kind: 'refused', code: '7', error: 'no', messageIds: 'all', each }, 0);
  expect(judge('a')).toEqual({ status: 'rejected', statusCode: '7', error: 'no' });
  expect(judge('b')).toEqual({ status: 'rejected', statusCode: '303', error: 'the number is wrong' });
});
