import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ProviderConnection } from '@curlew/providers';
import type { TestCampaign } from '../../testing/create-test-campaign.ts';
import { openOperatorGround, type OperatorGround, type RawCall } from '../../testing/open-operator-ground.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { readCampaignEvents, readMessages } from '../../testing/read-campaign.ts';
import { reconcile } from '../messages/reconcile.ts';

let ground: OperatorGround;
let connection: ProviderConnection;

interface Msg {
  readonly reference: string;
  readonly to: readonly [{ readonly number: string }];
}
const messagesOf = ({ body }: RawCall): readonly Msg[] =>
  (JSON.parse(body) as { messages: { msg: Msg[] } }).messages.msg;

const entryOf = ({ reference, to }: Msg, change: object = {}) => ({
  to: to[0].number,
  status: 'Accepted',
  reference,
  parts: 1,
  messageDetails: null,
  messageErrorCode: 0,
  ...change,
});
const takeAll = (call: RawCall) => ({
  status: 200,
  body: {
    details: 'Created',
    errorCode: 0,
    messages: messagesOf(call).map((message) => entryOf(message)),
  },
});

beforeAll(async () => {
  ground = await openOperatorGround();
  connection = {
    provider: 'cm',
    settings: { baseUrl: ground.operatorUrl },
    secrets: { productToken: 'token-of-cm' },
  };
});
beforeEach(() => ground.answer(takeAll));
afterEach(() => takeJobs(ground.context, 'dispatch'));
afterAll(() => ground.stop());

const messagesIn = ({ projectId }: TestCampaign) => readMessages(ground.context, projectId);

const statusReport = (id: string, status: object) => ({
  messages: {
    msg: {
      received: '2026-11-22T09:20:54',
      to: '00447700900000',
      reference: id.replaceAll('-', ''),
      status: { errorCode: '', errorDescription: '', ...status },
    },
  },
});

const post = async ({ integrationId }: TestCampaign, body: unknown, type = 'application/json') => {
  const answer = await fetch(ground.addressOf(integrationId), {
    method: 'POST',
    headers: { 'content-type': type },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return answer.status;
};

const eventsOf = async ({ projectId }: TestCampaign) =>
  (await readCampaignEvents(ground.context, projectId)).map(({ properties }) => properties);

describe('a campaign through CM', () => {
  it('leaves in one request, is told to be sent, and its report finds it by reference', async () => {
    const campaign = await ground.enqueue(connection, 3);
    await ground.dispatchAll();
    const [call] = ground.calls.slice(-1);
    expect(call).toMatchObject({
      path: 'POST /v1.0/message',
      headers: { 'x-cm-producttoken': 'token-of-cm', 'content-type': 'application/json' },
    });
    const messages = await messagesIn(campaign);
    expect(call && messagesOf(call).map(({ reference }) => reference)).toEqual(
      messages.map(({ id }) => id.replaceAll('-', '')),
    );
    expect(await ground.statuses(campaign)).toEqual({ sent: 3 });
    const [first, second] = messages;
    expect(await post(campaign, statusReport(first?.id ?? '', { code: '2' }))).toBe(200);
    expect(await post(campaign, statusReport(second?.id ?? '', { code: '3', errorCode: '24' }))).toBe(200);
    await ground.apply(campaign);
    expect(await ground.statuses(campaign)).toEqual({ delivered: 1, failed: 1, sent: 1 });
    const failed = (await eventsOf(campaign)).find(({ status }) => status === 'failed');
    expect(failed).toMatchObject({
      provider: 'cm',
      status_code: '24',
      error: 'the phone is off or out of reach',
      message_id: second?.id,
    });
  });

  it('is sent in part, and each message that was refused says its own reason', async () => {
    const campaign = await ground.enqueue(connection, 4);
    ground.answer((call) => ({
      status: 200,
      body: {
        details: '2 of 4',
        errorCode: 201,
        messages: messagesOf(call).map((message, index) =>
          entryOf(
            message,
            [
              {},
              { status: 'Rejected', messageErrorCode: 303, messageDetails: 'A number is wrong' },
              {},
              { status: 'Rejected', messageErrorCode: 402 },
            ][index],
          ),
        ),
      },
    }));
    await ground.dispatchAll();
    expect(
      (await messagesIn(campaign)).map(({ status, statusCode, error }) => [status, statusCode, error]),
    ).toEqual([
      ['sent', null, null],
      ['rejected', '303', 'A number is wrong'],
      ['sent', null, null],
      ['rejected', '402', 'the recipient is on a blacklist'],
    ]);
  });

  it('whose answer tells nothing keeps why, without the numbers and texts that it quotes', async () => {
    const campaign = await ground.enqueue(connection, 1);
    const [message] = await messagesIn(campaign);
    ground.answer(() => ({
      status: 500,
      body: { details: `Lost "${message?.text}" to ${message?.recipient}`, errorCode: 1 },
    }));
    await ground.dispatchAll();
    expect(await ground.statuses(campaign)).toEqual({ sending: 1 });
    const { rows } = await ground.context.database.pool.query<{ error: string | null }>(
      'SELECT error FROM send_batch WHERE id = $1',
      [message && (await messagesIn(campaign))[0]?.batchId],
    );
    expect(rows).toEqual([{ error: 'Lost "…" to …' }]);
  });

  it('that is refused as a whole tells each message its own reason, and is not sent again', async () => {
    const campaign = await ground.enqueue(connection, 2);
    ground.answer((call) => ({
      status: 400,
      body: {
        details: 'none',
        errorCode: 201,
        messages: messagesOf(call).map((message, index) =>
          entryOf(message, { status: 'Rejected', messageErrorCode: [303, 401][index] }),
        ),
      },
    }));
    await ground.dispatchAll();
    expect((await messagesIn(campaign)).map(({ status, statusCode }) => [status, statusCode])).toEqual([
      ['rejected', '303'],
      ['rejected', '401'],
    ]);
    expect(await takeJobs(ground.context, 'dispatch')).toEqual([]);
  });

  it('whose answer was lost is settled by its report, and is unknown without one; it is never sent again', async () => {
    const campaign = await ground.enqueue(connection, 2);
    ground.answer(() => 'break');
    const before = ground.calls.length;
    await ground.dispatchAll();
    const { pool } = ground.context.database;
    const age = (minutes: number) =>
      pool.query(
        `UPDATE send_batch SET created_at = now() - make_interval(mins => $1) WHERE project_id = $2`,
        [minutes, campaign.projectId],
      );
    await age(2);
    await reconcile(ground.context);
    expect(await ground.statuses(campaign)).toEqual({ sending: 2 });
    const [told] = await messagesIn(campaign);
    await post(campaign, statusReport(told?.id ?? '', { code: '0' }));
    await ground.apply(campaign);
    await age(16);
    await reconcile(ground.context);
    expect(await ground.statuses(campaign)).toEqual({ sent: 1, unknown: 1 });
    await ground.dispatchAll();
    expect(ground.calls.length).toBe(before + 1);
  });

  it('that CM took although it said otherwise is not sent again once a report tells', async () => {
    const campaign = await ground.enqueue(connection);
    const before = ground.calls.length;
    ground.answer(() => ({ status: 400, body: { details: 'Oh', errorCode: 500, messages: [] } }));
    await ground.dispatchAll();
    expect(await ground.statuses(campaign)).toEqual({ enqueued: 1 });
    const [message] = await messagesIn(campaign);
    await post(campaign, statusReport(message?.id ?? '', { code: '2' }));
    await ground.apply(campaign);
    await ground.dispatchAll();
    expect(await ground.statuses(campaign)).toEqual({ delivered: 1 });
    expect((await eventsOf(campaign)).map(({ status }) => status)).toEqual(['enqueued', 'sent', 'delivered']);
    expect(ground.calls).toHaveLength(before + 1);
  });

  it('whose token is wrong waits for a person', async () => {
    const campaign = await ground.enqueue(connection);
    ground.answer(() => ({ status: 400, body: { details: 'No', errorCode: 101, messages: [] } }));
    await ground.dispatchAll();
    expect(await ground.statuses(campaign)).toEqual({ enqueued: 1 });
    ground.answer(takeAll);
    // As if the person had been there, and the time had passed for which nobody calls it.
    await ground.context.database.pool.query('UPDATE integration SET held_until = NULL');
    await ground.dispatchAll();
    expect(await ground.statuses(campaign)).toEqual({ sent: 1 });
  });
});

describe('a text of the older form, which has no time', () => {
  const flat = { reference: 'x', from: '00447700900000', to: '1234', body: 'STOP', groupings: ['', '', ''] };

  it('counts once for a month, by what CM says as its reference', async () => {
    const campaign = await ground.enqueue(connection);
    await ground.dispatchAll();
    const tell = async (...calls: object[]) => {
      for (const call of calls) expect(await post(campaign, call)).toBe(200);
      await ground.apply(campaign);
    };
    const replies = async () =>
      (await eventsOf(campaign)).filter(({ status }) => status === 'incoming_message').length;
    await tell(flat, flat, { ...flat, reference: 'y' }, { ...flat, reference: undefined });
    await tell(flat);
    expect(await replies()).toBe(3);
    await ground.context.database.pool.query(
      `UPDATE incoming_message SET received_at = received_at - interval '90 days' WHERE project_id = $1`,
      [campaign.projectId],
    );
    await tell(flat);
    expect(await replies()).toBe(4);
  });
});

describe('a call of CM', () => {
  it.each([
    ['nothing', ''],
    ['no JSON', 'hello'],
    [
      'a text that came in',
      { from: { number: '00447700900000' }, to: { number: '1234' }, message: { text: 'hi' } },
    ],
    ['a report of somebody else', statusReport('of-somebody-else', { code: '2' })],
    [
      'a report of a message that is not there',
      statusReport('0199c0de-0000-7000-8000-000000000001', { code: '2' }),
    ],
    ['a status that is new', statusReport('0199c0de-0000-7000-8000-000000000001', { code: '9' })],
  ])('(%s) is answered 200 and changes nothing', async (_, body) => {
    const campaign = await ground.enqueue(connection);
    await ground.dispatchAll();
    expect(await post(campaign, body)).toBe(200);
    await ground.apply(campaign);
    expect(await ground.statuses(campaign)).toEqual({ sent: 1 });
  });

  it('in the older forms finds its message too', async () => {
    const campaign = await ground.enqueue(connection, 2);
    await ground.dispatchAll();
    const [first, second] = (await messagesIn(campaign)).map(({ id }) => id.replaceAll('-', ''));
    const query = new URLSearchParams({ reference: first ?? '', to: '00447700900000', statuscode: '2' });
    // A question mark may stand in a query as it is.
    const address = `${ground.addressOf(campaign.integrationId)}?errordescription=Why?&${query.toString()}`;
    const answer = await fetch(address);
    expect(answer.status).toBe(200);
    const form = new URLSearchParams({ REFERENCE: second ?? '', GSM: '00447700900001', STATUS: '3' });
    expect(await post(campaign, form.toString(), 'application/x-www-form-urlencoded')).toBe(200);
    await ground.apply(campaign);
    expect(await ground.statuses(campaign)).toEqual({ delivered: 1, failed: 1 });
  });

  it('to the address of another integration changes nothing there or here', async () => {
    const campaign = await ground.enqueue(connection);
    await ground.dispatchAll();
    const stranger = await ground.enqueue(connection);
    const [message] = await messagesIn(campaign);
    expect(await post(stranger, statusReport(message?.id ?? '', { code: '2' }))).toBe(200);
    await ground.apply(stranger);
    expect(await ground.statuses(campaign)).toEqual({ sent: 1 });
    expect(await ground.statuses(stranger)).toEqual({ enqueued: 1 });
  });
});
