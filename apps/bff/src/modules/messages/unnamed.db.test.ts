import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { TestCampaign } from '../../testing/create-test-campaign.ts';
import { acceptBatch } from '../../testing/fake-operator.ts';
import { openReceiptsGround, type ReceiptsGround } from '../../testing/open-receipts-ground.ts';
import { readJobs, takeJobs } from '../../testing/queued-jobs.ts';
import { readMessages } from '../../testing/read-campaign.ts';
import { describeLatestRun } from '../runs/progress.ts';
import { dispatch } from './dispatch.ts';

let ground: ReceiptsGround;

beforeAll(async () => {
  ground = await openReceiptsGround();
});
afterEach(() => takeJobs(ground.context, 'dispatch'));
afterAll(() => ground.stop());

const dispatchAll = async (): Promise<void> => {
  for (const job of await takeJobs(ground.context, 'dispatch')) await dispatch(ground.context, job);
};

// As if the time had passed for which nobody calls it.
const endHolds = () => ground.context.database.pool.query('UPDATE integration SET held_until = NULL');

const troublesOf = async ({ projectId, scenarioId }: TestCampaign) =>
  (await describeLatestRun(ground.context, { projectId, scenarioId }))?.troubles;

/** The requests since, of those that were taken. */
const takenSince = (before: number, isBad: (to: string) => boolean): string[] =>
  ground.operator.calls
    .slice(before)
    .filter(({ to }) => !to.some(isBad))
    .flatMap(({ to }) => to);

it.each([
  ['in words', { code: 'syntax_constraint_violation', text: 'A number is wrong' }, 'A number is wrong', 5],
  ['with half a body', '{"code":"syntax_constr', 'the operator answered 400', 60],
])(
  'a refusal %s that names nobody: the one is found by halves, and only that one is rejected',
  async (...[, body, error, seconds]) => {
    const campaign = await ground.enqueue(9);
    const before = ground.operator.calls.length;
    const isBad = (to: string): boolean => to === '+447700900006';
    ground.operator.answer((call) => (call.to.some(isBad) ? { status: 400, body } : acceptBatch(call)));
    await dispatchAll();
    expect(await ground.statuses(campaign)).toEqual({ enqueued: 9 });
    const halves = await readJobs(ground.context, 'dispatch');
    expect(halves.map(({ dueInSeconds }) => Math.round(dueInSeconds))).toEqual([seconds, seconds]);
    for (let round = 0; round < 8; round += 1) {
      await endHolds();
      await dispatchAll();
    }
    expect(await ground.statuses(campaign)).toEqual({ rejected: 1, sent: 8 });
    expect(await readJobs(ground.context, 'dispatch')).toEqual([]);
    const taken = takenSince(before, isBad);
    expect([taken.length, new Set(taken).size]).toEqual([8, 8]);
    const messages = await readMessages(ground.context, campaign.projectId);
    expect(messages.filter(({ status }) => status === 'rejected')).toMatchObject([
      { recipient: '+447700900006', error },
    ]);
  },
);

it.each([
  ['a page of a firewall', '<html>Forbidden</html>', 'the operator answered 403'],
  ['a code that is new', { code: 'account_under_review', text: 'Call us' }, 'Call us'],
])('a 403 with %s stops the queue, loses nothing, and a person is told', async (_, body, error) => {
  const campaign = await ground.enqueue(3);
  const before = ground.operator.calls.length;
  ground.operator.answer(() => ({ status: 403, body }));
  await dispatchAll();
  await dispatchAll();
  expect(ground.operator.calls.length - before).toBe(1);
  expect(await ground.statuses(campaign)).toEqual({ enqueued: 3 });
  expect(await troublesOf(campaign)).toMatchObject([{ error }]);
  ground.acceptAll();
  await endHolds();
  await dispatchAll();
  expect(await ground.statuses(campaign)).toEqual({ sent: 3 });
  expect(await troublesOf(campaign)).toEqual([]);
});
