import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { answerError } from '../../http/answer-error.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import { createTestCampaign, type TestCampaign } from '../../testing/create-test-campaign.ts';
import {
  foundBatch,
  startFakeOperator,
  type FakeOperator,
  type OperatorCall,
} from '../../testing/fake-operator.ts';
import { readJobs, takeJobs } from '../../testing/queued-jobs.ts';
import { readCampaignEvents, readMessages, tally } from '../../testing/read-campaign.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { dispatch } from '../messages/dispatch.ts';
import { reconcile } from '../messages/reconcile.ts';
import { describeLatestRun } from '../runs/progress.ts';
import { startScenario } from '../runs/start.ts';
import { walkEnrolments } from '../walk/walk-job.ts';
import { applyReceipts } from './apply.ts';
import { callbackUrl } from './callback-url.ts';
import { receiptRouter } from './routes.ts';

let test: TestContext;
let context: AppContext;
let operator: FakeOperator;
let server: Server;
let origin: string;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
  operator = await startFakeOperator();
  server = createServer(express().use(receiptRouter(context)).use(answerError(context.log)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server always has an address with a port.
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await operator.stop();
  await test.stop();
});
beforeEach(() => {
  operator.answer((call) => accept(call));
});

const accept = (call: OperatorCall) => ({
  status: 201,
  body: { id: `operator-${call.client_reference}`, client_reference: call.client_reference },
});

const lastCall = (): OperatorCall => {
  const call = operator.calls.at(-1);
  if (!call) throw new Error('the operator was never called');
  return call;
};

const enqueue = async (count = 1): Promise<TestCampaign> => {
  const campaign = await createTestCampaign(context, {
    operatorUrl: operator.url,
    document: createDocument(),
    customers: manyCustomers(count),
  });
  await startScenario(context, campaign.start);
  for (const job of await takeJobs(context, 'walk')) await walkEnrolments(context, job);
  return campaign;
};

const send = async (count = 1): Promise<TestCampaign> => {
  const campaign = await enqueue(count);
  for (const job of await takeJobs(context, 'dispatch')) await dispatch(context, job);
  return campaign;
};

/** A delivery report as Sinch writes it; the batch is the last one unless said. */
const report = (change: Readonly<Record<string, unknown>> = {}) => {
  const call = lastCall();
  return {
    type: 'recipient_delivery_report_sms',
    batch_id: `operator-${call.client_reference}`,
    client_reference: call.client_reference,
    recipient: call.to[0]?.replace('+', ''),
    code: 0,
    status: 'Delivered',
    at: new Date().toISOString(),
    ...change,
  };
};

const addressOf = (integrationId: string): string =>
  callbackUrl(context, integrationId).replace(context.publicUrl, origin);

const post = (integrationId: string, body: unknown, address = addressOf(integrationId)) =>
  fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
  });

const apply = async ({ integrationId }: TestCampaign): Promise<void> => {
  await takeJobs(context, 'receipts');
  await applyReceipts(context, { integrationId });
};

const tell = async (campaign: TestCampaign, ...reports: unknown[]): Promise<void> => {
  for (const entry of reports) expect((await post(campaign.integrationId, entry)).status).toBe(200);
  await apply(campaign);
};

const statuses = async ({ projectId }: TestCampaign) =>
  tally((await readMessages(context, projectId)).map(({ status }) => status));

const eventsOf = async ({ projectId }: TestCampaign) =>
  (await readCampaignEvents(context, projectId)).map(({ properties }) => properties['status']);

const counts = async ({ projectId, scenarioId }: TestCampaign) =>
  (await describeLatestRun(context, { projectId, scenarioId }))?.nodes.find(
    ({ nodeId }) => nodeId === 'sms-1',
  );

describe('a receipt', () => {
  it('is stored and queued before it is answered, and applied by a job', async () => {
    const campaign = await send();
    expect((await post(campaign.integrationId, report())).status).toBe(200);
    const { rows } = await context.database.pool.query(
      'SELECT count(*)::int AS stored FROM receipt WHERE project_id = $1 AND applied_at IS NULL',
      [campaign.projectId],
    );
    expect(rows).toEqual([{ stored: 1 }]);
    expect((await readJobs(context, 'receipts')).map(({ data }) => data)).toContainEqual({
      integrationId: campaign.integrationId,
    });
    expect(await statuses(campaign)).toEqual({ sent: 1 });
    await apply(campaign);
    expect(await statuses(campaign)).toEqual({ delivered: 1 });
    expect(await eventsOf(campaign)).toEqual(['enqueued', 'sent', 'delivered']);
    expect(await counts(campaign)).toMatchObject({ sent: 1, delivered: 1, failed: 0 });
  });

  it('is not answered 200 when it cannot be stored', async () => {
    const campaign = await send();
    const { pool } = context.database;
    await pool.query(`CREATE OR REPLACE FUNCTION break_it() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'broken for a test'; END $$`);
    await pool.query('CREATE TRIGGER break_it BEFORE INSERT ON receipt EXECUTE FUNCTION break_it()');
    expect((await post(campaign.integrationId, report())).status).toBe(500);
    await pool.query('DROP TRIGGER break_it ON receipt');
    await tell(campaign, report());
    expect(await statuses(campaign)).toEqual({ delivered: 1 });
  });

  it('that comes again, late or out of order changes nothing more', async () => {
    const campaign = await send();
    await tell(campaign, report(), report());
    await tell(campaign, report({ status: 'Dispatched' }), report({ status: 'Queued' }), report());
    await tell(campaign, report({ status: 'Failed', code: 402 }));
    expect(await statuses(campaign)).toEqual({ delivered: 1 });
    expect(await eventsOf(campaign)).toEqual(['enqueued', 'sent', 'delivered']);
    expect(await counts(campaign)).toMatchObject({ sent: 1, delivered: 1, failed: 0 });
  });

  it.each([
    ['Delivered', 'delivered', { delivered: 1 }],
    ['Failed', 'failed', { failed: 1 }],
    ['Expired', 'failed', { failed: 1 }],
    ['Aborted', 'failed', { failed: 1 }],
    ['Rejected', 'rejected', { rejected: 1 }],
  ])('(%s) before the answer to the send was recorded tells both', async (status, word, counted) => {
    const campaign = await enqueue();
    operator.answer(async (call) => {
      await tell(campaign, report({ status, code: status === 'Delivered' ? 0 : 402 }));
      return accept(call);
    });
    for (const job of await takeJobs(context, 'dispatch')) await dispatch(context, job);
    expect(await statuses(campaign)).toEqual({ [word]: 1 });
    expect(await eventsOf(campaign)).toEqual(['enqueued', 'sent', word]);
    expect(await counts(campaign)).toMatchObject({ enqueued: 1, sent: 1, ...counted });
  });

  it('says why a message failed', async () => {
    const campaign = await send();
    await tell(campaign, report({ status: 'Failed', code: 402 }));
    const events = await readCampaignEvents(context, campaign.projectId);
    expect(events.at(-1)?.properties).toMatchObject({
      status: 'failed',
      status_code: '402',
      error: 'no route to this number',
    });
  });

  it('settles a message that was unknown, and takes it out of the unknown ones', async () => {
    const campaign = await enqueue();
    operator.answer(() => 'break');
    for (const job of await takeJobs(context, 'dispatch')) await dispatch(context, job);
    await context.database.pool.query(
      `UPDATE send_batch SET created_at = now() - interval '2 minutes' WHERE project_id = $1`,
      [campaign.projectId],
    );
    await reconcile(context);
    expect(await counts(campaign)).toMatchObject({ unknown: 1, sent: 0 });
    await tell(campaign, report());
    expect(await statuses(campaign)).toEqual({ delivered: 1 });
    expect(await counts(campaign)).toMatchObject({ unknown: 0, sent: 1, delivered: 1 });
  });

  it('of a request whose answer was lost settles it, and the reconciler adds nothing', async () => {
    const campaign = await enqueue();
    operator.answer(() => 'break');
    operator.answerLookup(foundBatch);
    for (const job of await takeJobs(context, 'dispatch')) await dispatch(context, job);
    await tell(campaign, report());
    await context.database.pool.query(
      `UPDATE send_batch SET created_at = now() - interval '2 minutes' WHERE project_id = $1`,
      [campaign.projectId],
    );
    await reconcile(context);
    expect(await eventsOf(campaign)).toEqual(['enqueued', 'sent', 'delivered']);
    expect(await counts(campaign)).toMatchObject({ sent: 1, delivered: 1, unknown: 0 });
  });

  it.each([
    ['long ago', '2001-01-01T00:00:00Z'],
    ['in a year that is none', '0000-01-01T00:00:00Z'],
    ['in the far future', '9999-12-31T23:59:59Z'],
    ['to the second only', new Date(Math.floor(Date.now() / 1_000) * 1_000).toISOString()],
    ['at no time', 'soon'],
  ])('that says it happened %s keeps the order of events', async (_, at) => {
    const campaign = await send();
    await tell(campaign, report({ at }));
    const events = await readCampaignEvents(context, campaign.projectId);
    expect(events.map(({ properties }) => properties['status'])).toEqual(['enqueued', 'sent', 'delivered']);
    expect(Number(events.at(-1)?.timestamp)).toBeLessThanOrEqual(Date.now());
  });

  it('is found by reference or by batch, and by recipient', async () => {
    const campaign = await send(3);
    const { to } = lastCall();
    await tell(
      campaign,
      report({ recipient: to[0], client_reference: undefined }),
      report({ recipient: to[1], batch_id: 'another' }),
      report({ recipient: to[2], batch_id: 'another', client_reference: 'another' }),
      report({ recipient: '+447700999999' }),
    );
    expect(await statuses(campaign)).toEqual({ delivered: 2, sent: 1 });
  });

  it('to the integration of another project changes nothing', async () => {
    const campaign = await send();
    const stolen = report();
    const stranger = await enqueue();
    await tell(stranger, stolen);
    expect(await statuses(campaign)).toEqual({ sent: 1 });
    expect(await statuses(stranger)).toEqual({ enqueued: 1 });
    await takeJobs(context, 'dispatch');
  });

  it('comes with a thousand others, and each is applied once', async () => {
    const campaign = await send(1_200);
    const all = operator.calls
      .slice(-2)
      .flatMap((call) =>
        call.to.map((recipient) =>
          report({ recipient, batch_id: 'x', client_reference: call.client_reference }),
        ),
      );
    for (let start = 0; start < all.length; start += 200) {
      const answers = await Promise.all(
        all.slice(start, start + 200).map((entry) => post(campaign.integrationId, entry)),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    }
    const { integrationId } = campaign;
    await Promise.all([1, 2, 3].map(() => applyReceipts(context, { integrationId })));
    expect(await statuses(campaign)).toEqual({ delivered: 1_200 });
    expect(await counts(campaign)).toMatchObject({ sent: 1_200, delivered: 1_200 });
  });
});

describe('a stranger', () => {
  it('without the secret of the address is answered 404', async () => {
    const campaign = await send();
    const other = await enqueue();
    const address = addressOf(campaign.integrationId);
    const addresses = [
      `${address}x`,
      address.slice(0, -1),
      address.replace(campaign.integrationId, other.integrationId),
      address.replace(campaign.integrationId, 'nobody'),
      `${origin}/hooks/${campaign.integrationId}/%00`,
      `${origin}/hooks/${campaign.integrationId}/${'x'.repeat(5_000)}`,
    ];
    for (const wrong of addresses) {
      expect((await post(campaign.integrationId, report(), wrong)).status).toBe(404);
    }
    await apply(campaign);
    expect(await statuses(campaign)).toEqual({ sent: 1 });
    await takeJobs(context, 'dispatch');
  });
});

describe('a malformed call', () => {
  const deep = `{"type":"recipient_delivery_report_sms","x":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;

  it.each<[string, string | Uint8Array, number]>([
    ['nothing', '', 400],
    ['no JSON', 'hello', 400],
    ['a number', '7', 400],
    ['null', 'null', 400],
    ['half a character of UTF-8', Uint8Array.from([0x7b, 0xc3, 0x7d]), 400],
    ['deeply nested', deep, 400],
    ['huge', JSON.stringify('x'.repeat(300_000)), 413],
  ])('(%s) is refused', async (_, body, status) => {
    const campaign = await enqueue();
    expect((await post(campaign.integrationId, body)).status).toBe(status);
    await takeJobs(context, 'dispatch');
  });

  it.each([
    ['a NUL', '\0'],
    ['half a character', '\ud800'],
    ['a hundred thousand levels', 'deep'],
  ])('with %s in what nobody reads is refused alone', async (_, extra) => {
    const campaign = await send();
    const bad =
      extra === 'deep'
        ? JSON.stringify(report()).replace(/}$/, `,"x":${'['.repeat(90_000)}${']'.repeat(90_000)}}`)
        : report({ operator: extra });
    const [refused, taken] = await Promise.all([
      post(campaign.integrationId, bad),
      post(campaign.integrationId, report()),
    ]);
    expect([refused.status, taken.status]).toEqual([400, 200]);
    await apply(campaign);
    expect(await statuses(campaign)).toEqual({ delivered: 1 });
  });

  it('in ten thousand forms is never our fault', async () => {
    const campaign = await send();
    const genuine = JSON.stringify(report());
    const bytes = new TextEncoder().encode(genuine);
    let seed = 1;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    const snippets = [
      '"',
      '\\',
      '{',
      '}',
      '[',
      ',',
      '\\u0000',
      '\\ud800',
      '1e999',
      '-',
      'null',
      '\u0000',
      '💥',
    ];
    const mutate = (): Uint8Array => {
      const at = random(bytes.length);
      const until = at + random(12);
      const middle =
        random(2) === 0
          ? new TextEncoder().encode(snippets[random(snippets.length)] ?? '')
          : Uint8Array.from([random(256)]);
      return Uint8Array.from([...bytes.slice(0, at), ...middle, ...bytes.slice(until)]);
    };
    const seen = new Set<number>();
    for (let round = 0; round < 100; round += 1) {
      const answers = await Promise.all(
        Array.from({ length: 100 }, async () => {
          const answer = await post(campaign.integrationId, mutate());
          await answer.arrayBuffer();
          return answer.status;
        }),
      );
      for (const status of answers) seen.add(status);
    }
    expect([...seen].toSorted((a, b) => a - b)).toEqual([200, 400]);
    await apply(campaign);
    const { rows } = await context.database.pool.query<{ waiting: number }>(
      'SELECT count(*)::int AS waiting FROM receipt WHERE applied_at IS NULL',
    );
    expect(rows[0]?.waiting).toBe(0);
  }, 180_000);
});
