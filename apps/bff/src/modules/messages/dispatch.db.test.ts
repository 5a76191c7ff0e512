import { describe, expect, it } from 'vitest';
import { createDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers, type TestCustomer } from '../../testing/add-test-customers.ts';
import { testOperatorToken } from '../../testing/create-test-campaign.ts';
import type { FakeOperator } from '../../testing/fake-operator.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { readCampaignEvents, readMessages } from '../../testing/read-campaign.ts';
import { withSending } from '../../testing/with-sending.ts';
import { pauseScenario, resumeScenario, stopScenario } from '../runs/life-cycle.ts';
import { dispatch } from './dispatch.ts';

let context: AppContext;
let operator: FakeOperator;

const { enqueue, dispatchAll, statuses, eventStatuses, smsCounts } = withSending((ground) => {
  ({ context, operator } = ground);
});

describe('dispatch', () => {
  it('sends a batch in one request, and records it as sent', async () => {
    const { campaign, jobs } = await enqueue();
    await dispatchAll(jobs);
    expect(operator.calls).toHaveLength(1);
    const [call] = operator.calls;
    expect(call).toMatchObject({
      from: 'Curlew',
      to: expect.arrayContaining(['+447700900000', '+447700900001', '+447700900002']),
      authorization: `Bearer ${testOperatorToken}`,
      callback_url: expect.stringContaining(`/hooks/${campaign.integrationId}/`),
    });
    expect(await statuses(campaign)).toEqual({ sent: 3 });
    expect(await eventStatuses(campaign)).toEqual({ enqueued: 3, sent: 3 });
    expect(await smsCounts(campaign)).toMatchObject({ enqueued: 3, sent: 3, delivered: 0, unknown: 0 });
    const { rows } = await context.database.pool.query(
      'SELECT id, status::text, provider_id, messages FROM send_batch WHERE project_id = $1',
      [campaign.projectId],
    );
    const reference = call?.client_reference;
    expect(rows).toEqual([
      { id: reference, status: 'accepted', provider_id: `operator-${reference}`, messages: 3 },
    ]);
  });

  it('tells in a campaign event what was sent, and when', async () => {
    const { campaign, jobs } = await enqueue({ customers: manyCustomers(1) });
    await dispatchAll(jobs);
    const [message] = await readMessages(context, campaign.projectId);
    const [enqueued, sent] = await readCampaignEvents(context, campaign.projectId);
    expect(sent?.properties).toEqual({
      ...enqueued?.properties,
      status: 'sent',
      message_id: message?.id,
      sent_timestamp: Number(sent?.timestamp) / 1_000,
    });
  });

  it('has claimed and committed before it calls', async () => {
    const { campaign, jobs } = await enqueue();
    let seen: unknown;
    operator.answer(async (call) => {
      const messages = await readMessages(context, campaign.projectId);
      const { rows } = await context.database.pool.query<{ status: string }>(
        'SELECT status::text FROM send_batch WHERE id = $1',
        [call.client_reference],
      );
      seen = [messages.map(({ status, batchId }) => `${status} ${batchId === call.client_reference}`), rows];
      return { status: 201, body: { id: 'b1', client_reference: call.client_reference } };
    });
    await dispatchAll(jobs);
    expect(seen).toEqual([Array(3).fill('sending true'), [{ status: 'sending' }]]);
    expect(await statuses(campaign)).toEqual({ sent: 3 });
  });

  it('writes what the operator said also where that fails for a moment', async () => {
    const { campaign, jobs } = await enqueue();
    const { pool } = context.database;
    operator.answer(async (call) => {
      await pool.query(`CREATE OR REPLACE FUNCTION break_it() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'broken for a moment'; END $$`);
      await pool.query('CREATE TRIGGER break_it BEFORE UPDATE ON message EXECUTE FUNCTION break_it()');
      setTimeout(() => void pool.query('DROP TRIGGER break_it ON message'), 500);
      return { status: 201, body: { id: 'b1', client_reference: call.client_reference } };
    });
    await dispatchAll(jobs);
    expect(operator.calls).toHaveLength(1);
    expect(await statuses(campaign)).toEqual({ sent: 3 });
    expect(await eventStatuses(campaign)).toEqual({ enqueued: 3, sent: 3 });
  });

  it('sends once when its job comes twice, one after the other or at once', async () => {
    const { campaign, jobs } = await enqueue({ customers: manyCustomers(50) });
    await Promise.all([...jobs, ...jobs, ...jobs].map((job) => dispatch(context, job)));
    await dispatchAll(jobs);
    expect(operator.calls.flatMap(({ to }) => to)).toHaveLength(50);
    expect(await statuses(campaign)).toEqual({ sent: 50 });
    expect(await eventStatuses(campaign)).toEqual({ enqueued: 50, sent: 50 });
  });

  it('gives two customers with one phone a message each, in two requests', async () => {
    const phone = '+447700900123';
    const customers: TestCustomer[] = [
      { phone, attributes: { first_name: 'Ann' } },
      { phone, attributes: { first_name: 'Bob' } },
    ];
    const { campaign, jobs } = await enqueue({
      customers,
      document: createDocument({ versions: [{ language: 'en', message: 'Hi {{ customer.first_name }}' }] }),
    });
    await dispatchAll(jobs);
    expect(operator.calls.map(({ to }) => to)).toEqual([[phone], [phone]]);
    expect(operator.calls.map(({ body }) => body).toSorted()).toEqual(['Hi Ann', 'Hi Bob']);
    expect(await statuses(campaign)).toEqual({ sent: 2 });
  });

  it('keeps a hundred customers with one phone to a few requests at a time', async () => {
    let open = 0;
    let most = 0;
    operator.answer(async (call) => {
      open += 1;
      most = Math.max(most, open);
      await new Promise((resolve) => setTimeout(resolve, 5));
      open -= 1;
      return { status: 201, body: { id: call.client_reference, client_reference: call.client_reference } };
    });
    const { campaign, jobs } = await enqueue({
      customers: Array.from({ length: 100 }, () => ({ phone: '+447700900123' })),
    });
    await dispatchAll(jobs);
    expect(operator.calls).toHaveLength(100);
    expect(most).toBeLessThanOrEqual(8);
    expect(await statuses(campaign)).toEqual({ sent: 100 });
  });

  it.each(['stop', 'pause'] as const)(
    'sends no more than what is being sent when a %s comes',
    async (how) => {
      const { campaign, jobs } = await enqueue({
        customers: Array.from({ length: 30 }, () => ({ phone: '+447700900123' })),
      });
      const { projectId, scenarioId, userId } = campaign;
      const command = how === 'stop' ? stopScenario : pauseScenario;
      let commanded: Promise<unknown> | undefined;
      operator.answer(async (call) => {
        await (commanded ??= command(context, { projectId, scenarioId, by: { userId } }));
        return { status: 201, body: { id: call.client_reference, client_reference: call.client_reference } };
      });
      await dispatchAll(jobs);
      expect(await statuses(campaign)).toEqual({ sent: 8, [how === 'stop' ? 'cancelled' : 'enqueued']: 22 });
      if (how === 'stop') return;
      await resumeScenario(context, { projectId, scenarioId, by: { userId } });
      await dispatchAll(await takeJobs(context, 'dispatch'));
      expect(await statuses(campaign)).toEqual({ sent: 30 });
    },
  );

  it('of an integration that is gone fails, and loses nothing', async () => {
    const { campaign, jobs } = await enqueue();
    await context.database.pool.query('DELETE FROM integration WHERE id = $1', [campaign.integrationId]);
    for (const job of jobs) await expect(dispatch(context, job)).rejects.toThrow('does not exist');
    expect(await statuses(campaign)).toEqual({ enqueued: 3 });
  });
});
