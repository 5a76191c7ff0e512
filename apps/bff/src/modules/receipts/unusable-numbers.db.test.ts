import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { ProviderConnection } from '@curlew/providers';
import type { TestCampaign } from '../../testing/create-test-campaign.ts';
import { openOperatorGround, type OperatorGround, type RawCall } from '../../testing/open-operator-ground.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { readMessages, type TestMessage } from '../../testing/read-campaign.ts';
import { writeAttributes } from '../customers/change-by-id.ts';
import { clearUnusableNumber } from '../customers/clear-unusable-number.ts';
import {
  describeCustomer,
  listCustomers,
  loadCustomerFacts,
  readCustomersStamp,
} from '../customers/service.ts';

let ground: OperatorGround;
let connection: ProviderConnection;

interface Msg {
  readonly reference: string;
  readonly to: readonly [{ readonly number: string }];
}
const messagesOf = ({ body }: RawCall): readonly Msg[] =>
  (JSON.parse(body) as { messages: { msg: Msg[] } }).messages.msg;

/** CM takes them all, but for the ones that it rejects with these codes, in order. */
const answerWith = (...codes: readonly number[]): void =>
  ground.answer((call) => ({
    status: 200,
    body: {
      errorCode: codes.length > 0 ? 201 : 0,
      messages: messagesOf(call).map(({ reference, to }, index) => {
        const messageErrorCode = codes[index] ?? 0;
        const status = messageErrorCode === 0 ? 'Accepted' : 'Rejected';
        return { to: to[0].number, status, reference, parts: 1, messageErrorCode };
      }),
    },
  }));

beforeAll(async () => {
  ground = await openOperatorGround();
  connection = {
    provider: 'cm',
    settings: { baseUrl: ground.operatorUrl },
    secrets: { productToken: 'token-of-cm' },
  };
});
beforeEach(() => answerWith());
afterEach(() => takeJobs(ground.context, 'dispatch'));
afterAll(() => ground.stop());

const send = async (count: number): Promise<TestCampaign & { messages: readonly TestMessage[] }> => {
  const campaign = await ground.enqueue(connection, count);
  await ground.dispatchAll();
  return { ...campaign, messages: await readMessages(ground.context, campaign.projectId) };
};

const report = async (
  { integrationId }: TestCampaign,
  message: TestMessage | undefined,
  status: { code: string; errorCode: string },
): Promise<void> => {
  const answer = await fetch(ground.addressOf(integrationId), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ messages: { msg: { reference: message?.id.replaceAll('-', ''), status } } }),
  });
  expect(answer.status).toBe(200);
};

const areUnusable = async ({
  projectId,
  messages,
}: TestCampaign & { messages: readonly TestMessage[] }): Promise<readonly boolean[]> => {
  const ids = messages.map(({ customerId }) => customerId);
  const facts = await loadCustomerFacts(ground.context.database.pool, projectId, ids);
  return ids.map((id) => facts.get(id)?.isUnusable === true);
};

const changePhone = ({ projectId }: TestCampaign, customerId: string, phone: string): Promise<void> =>
  ground.context.database.transaction((held) =>
    writeAttributes(held, { projectId, defaultCountry: null, now: new Date() }, [
      { customerId, values: { phone } },
    ]),
  );

it('marks a number that a report says is no use, and none that is out of reach', async () => {
  const sent = await send(4);
  const [dead, off, listed, fine] = sent.messages;
  await report(sent, dead, { code: '3', errorCode: '23' });
  await report(sent, off, { code: '3', errorCode: '24' });
  await report(sent, listed, { code: '1', errorCode: '37' });
  await report(sent, fine, { code: '2', errorCode: '' });
  await ground.apply(sent);
  expect(await areUnusable(sent)).toEqual([true, false, true, false]);
  const where = { projectId: sent.projectId, customerId: dead?.customerId ?? '' };
  expect(await describeCustomer(ground.context, where)).toMatchObject({
    isUnusable: true,
    unusableBecause: 'the number is wrong, barred or on a blacklist',
    unusableSince: expect.stringMatching(/^20\d\d-/),
    phoneProblem: 'invalid_contact',
  });
  const { items } = await listCustomers(ground.context, sent.projectId, { search: '', limit: 10 });
  expect(items.map(({ phoneProblem }) => phoneProblem)).toEqual([
    'invalid_contact',
    null,
    'invalid_contact',
    null,
  ]);
});

it('marks a number that the operator refuses as one when it is to be sent', async () => {
  answerWith(0, 303, 402);
  const sent = await send(3);
  expect(await ground.statuses(sent)).toEqual({ sent: 1, rejected: 2 });
  expect(await areUnusable(sent)).toEqual([false, true, false]);
});

it('leaves a customer alone who has another number by then', async () => {
  const sent = await send(1);
  const [message] = sent.messages;
  await changePhone(sent, message?.customerId ?? '', '+447700900999');
  await report(sent, message, { code: '3', errorCode: '23' });
  await ground.apply(sent);
  expect(await ground.statuses(sent)).toEqual({ failed: 1 });
  expect(await areUnusable(sent)).toEqual([false]);
});

it('forgets the mark, and why, when the number changes; the same number written otherwise keeps it', async () => {
  const sent = await send(1);
  const [message] = sent.messages;
  const where = { projectId: sent.projectId, customerId: message?.customerId ?? '' };
  await report(sent, message, { code: '3', errorCode: '23' });
  await ground.apply(sent);
  await changePhone(sent, where.customerId, message?.recipient.replace('+', '00') ?? '');
  expect(await describeCustomer(ground.context, where)).toMatchObject({
    isUnusable: true,
    unusableBecause: expect.any(String),
  });
  await changePhone(sent, where.customerId, '+447700900998');
  expect(await describeCustomer(ground.context, where)).toMatchObject({
    isUnusable: false,
    unusableSince: null,
    unusableBecause: null,
    phoneProblem: null,
  });
});

it('keeps what was said first', async () => {
  const sent = await send(1);
  const [message] = sent.messages;
  const where = { projectId: sent.projectId, customerId: message?.customerId ?? '' };
  const { pool } = ground.context.database;
  await pool.query(
    `UPDATE customer SET is_unusable = true, unusable_because = 'before' WHERE project_id = $1`,
    [sent.projectId],
  );
  await report(sent, message, { code: '3', errorCode: '23' });
  await ground.apply(sent);
  expect(await describeCustomer(ground.context, where)).toMatchObject({ unusableBecause: 'before' });
});

it('takes the mark away because a person says so, once, and keeps who that was and why it was there', async () => {
  const sent = await send(2);
  const other = await send(1);
  const [message] = sent.messages;
  const { projectId, userId } = sent;
  const where = { projectId, customerId: message?.customerId ?? '' };
  const clear = (project: string) =>
    clearUnusableNumber(ground.context, { ...where, projectId: project }, { userId });
  await report(sent, message, { code: '3', errorCode: '23' });
  await ground.apply(sent);
  const stampOf = () => readCustomersStamp(ground.context.database.pool, projectId);
  const before = await stampOf();
  await expect(clear(other.projectId)).rejects.toMatchObject({ code: 'not_found' });
  expect(await areUnusable(sent)).toEqual([true, false]);
  await clear(projectId);
  await clear(projectId);
  expect(await describeCustomer(ground.context, where)).toMatchObject({
    isUnusable: false,
    unusableSince: null,
    unusableBecause: null,
    phoneProblem: null,
  });
  // What was counted of the customers does not hold any more.
  expect((await stampOf()).changedAt).not.toBe(before.changedAt);
  const { rows } = await ground.context.database.pool.query(
    `SELECT user_id AS by, subject_id AS subject, detail FROM audit_entry
     WHERE project_id = $1 AND action = 'customer.clear_unusable_number'`,
    [projectId],
  );
  expect(rows).toEqual([
    {
      by: userId,
      subject: where.customerId,
      detail: {
        since: expect.stringMatching(/^20\d\d-/),
        because: 'the number is wrong, barred or on a blacklist',
      },
    },
  ]);
  // What its operator says again of the same message is no news.
  await report(sent, message, { code: '3', errorCode: '23' });
  await ground.apply(sent);
  expect(await areUnusable(sent)).toEqual([false, false]);
});
