import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { ProviderConnection } from '@curlew/providers';
import type { TestCampaign } from '../../testing/create-test-campaign.ts';
import { openOperatorGround, type OperatorGround, type RawCall } from '../../testing/open-operator-ground.ts';
import { readJobs, takeJobs } from '../../testing/queued-jobs.ts';
import { readCampaignEvents, readMessages, tally } from '../../testing/read-campaign.ts';
import { openIntegration } from '../integrations/service.ts';
import { describeLatestRun } from '../runs/progress.ts';
import { recordOutcome } from './record-outcome.ts';
import { returnMessages } from './store.ts';

let ground: OperatorGround;
let connection: ProviderConnection;

beforeAll(async () => {
  ground = await openOperatorGround();
  connection = {
    provider: 'cm',
    settings: { baseUrl: ground.operatorUrl },
    secrets: { productToken: 'token-of-cm' },
  };
});
afterEach(() => takeJobs(ground.context, 'dispatch'));
afterAll(() => ground.stop());

interface Msg {
  readonly reference: string;
  readonly to: readonly [{ readonly number: string }];
}

/** What CM says of the messages of a request, by their error codes; 0 and left out: accepted. */
const answerWith = (...codes: readonly number[]) =>
  ground.answer(({ body }: RawCall) => ({
    status: 200,
    body: {
      details: 'Created',
      errorCode: codes.some((code) => code !== 0) ? 201 : 0,
      messages: (JSON.parse(body) as { messages: { msg: Msg[] } }).messages.msg.map(
        ({ reference, to }, index) => ({
          to: to[0].number,
          status: (codes[index] ?? 0) === 0 ? 'Accepted' : 'Rejected',
          reference,
          messageErrorCode: codes[index] ?? 0,
        }),
      ),
    },
  }));

// As if the time had passed for which nobody calls it.
const endHolds = () => ground.context.database.pool.query('UPDATE integration SET held_until = NULL');

const troublesOf = async ({ projectId, scenarioId }: TestCampaign) =>
  (await describeLatestRun(ground.context, { projectId, scenarioId }))?.troubles;

const standing = async ({ projectId }: TestCampaign) =>
  (await readMessages(ground.context, projectId)).map(({ status, batchId }) => [status, batchId !== null]);

it('what the balance did not suffice for waits for a person, and leaves once', async () => {
  const campaign = await ground.enqueue(connection, 4);
  const before = ground.calls.length;
  answerWith(0, 102, 303, 102);
  await ground.dispatchAll();
  expect(await standing(campaign)).toEqual([
    ['sent', true],
    ['enqueued', false],
    ['rejected', true],
    ['enqueued', false],
  ]);
  expect(await troublesOf(campaign)).toMatchObject([{ error: 'the balance of the CM account is too low' }]);
  const waiting = await readJobs(ground.context, 'dispatch');
  expect(waiting.map(({ dueInSeconds }) => Math.round(dueInSeconds))).toEqual([60]);
  // Nobody calls before the time.
  await ground.dispatchAll();
  expect(ground.calls.length - before).toBe(1);
  await endHolds();
  answerWith();
  await ground.dispatchAll();
  expect(await ground.statuses(campaign)).toEqual({ sent: 3, rejected: 1 });
  expect(ground.calls.length - before).toBe(2);
  expect(await troublesOf(campaign)).toEqual([]);
  const events = await readCampaignEvents(ground.context, campaign.projectId);
  expect(tally(events.map(({ properties }) => String(properties['status'])))).toEqual({
    enqueued: 4,
    sent: 3,
    rejected: 1,
  });
});

it('what CM had a fault with comes again soon, longer each time, and stops nobody', async () => {
  const campaign = await ground.enqueue(connection, 3);
  answerWith(0, 500, 500);
  await ground.dispatchAll();
  expect(await ground.statuses(campaign)).toEqual({ sent: 1, enqueued: 2 });
  expect(await troublesOf(campaign)).toEqual([]);
  const [once] = await readJobs(ground.context, 'dispatch');
  expect(once?.dueInSeconds).toBeCloseTo(5, 0);
  await ground.dispatchAll();
  expect(await ground.statuses(campaign)).toEqual({ sent: 2, enqueued: 1 });
  const [twice] = await readJobs(ground.context, 'dispatch');
  expect(twice?.dueInSeconds).toBeCloseTo(10, 0);
  answerWith();
  await ground.dispatchAll();
  expect(await ground.statuses(campaign)).toEqual({ sent: 3 });
});

it('what a report has moved on before the answer is recorded is not sent again', async () => {
  const campaign = await ground.enqueue(connection, 3);
  const { context } = ground;
  ground.answer(() => 'break');
  await ground.dispatchAll();
  const [first, second, third] = await readMessages(context, campaign.projectId);
  await context.database.pool.query(`UPDATE message SET status = 'delivered' WHERE id = $1`, [second?.id]);
  const integration = await openIntegration(context, campaign.integrationId);
  if (!integration || !first?.batchId || !second || !third) throw new Error('nothing was sent');
  const again = { messageIds: [second.id, third.id], error: 'no balance', stopsQueue: true };
  await recordOutcome(context, integration, {
    batchId: first.batchId,
    outcome: { kind: 'accepted', providerBatchId: 'x', refused: [], again },
    attempt: 0,
  });
  expect(await standing(campaign)).toEqual([
    ['sent', true],
    ['delivered', true],
    ['enqueued', false],
  ]);
  const jobs = await takeJobs(context, 'dispatch');
  expect(jobs).toMatchObject([{ messageIds: [third.id], attempt: 1 }]);
});

it('a message is put back only while it is being sent with the batch that is meant', async () => {
  const campaign = await ground.enqueue(connection, 2);
  const { context } = ground;
  ground.answer(() => 'break');
  await ground.dispatchAll();
  const [first, second] = await readMessages(context, campaign.projectId);
  if (!first?.batchId || !second) throw new Error('nothing was sent');
  const batchId = first.batchId;
  const messageIds = [first.id, second.id];
  await context.database.pool.query(`UPDATE message SET status = 'sent' WHERE id = $1`, [second.id]);
  await context.database.transaction((own) => returnMessages(own, { batchId: second.id, messageIds }));
  expect(await ground.statuses(campaign)).toEqual({ sending: 1, sent: 1 });
  await context.database.transaction((own) => returnMessages(own, { batchId, messageIds }));
  expect(await ground.statuses(campaign)).toEqual({ enqueued: 1, sent: 1 });
});
