import { describe, expect, it } from 'vitest';
import type { AppContext } from '../../app-context.ts';
import { readSmsCounts } from '../../testing/campaign-counts.ts';
import type { TestCampaign } from '../../testing/create-test-campaign.ts';
import { foundBatch } from '../../testing/fake-operator.ts';
import { acceptCall, type ReceiptsGround } from '../../testing/open-receipts-ground.ts';
import { readJobs, takeJobs } from '../../testing/queued-jobs.ts';
import { readCampaignEvents, tally } from '../../testing/read-campaign.ts';
import { withReceiptsGround } from '../../testing/with-receipts-ground.ts';
import { dispatch } from '../messages/dispatch.ts';
import { reconcile } from '../messages/reconcile.ts';
import { applyReceipts } from './apply.ts';

let ground: ReceiptsGround;
let context: AppContext;

withReceiptsGround((opened) => {
  ground = opened;
  ({ context } = ground);
});

const tell = async (campaign: TestCampaign, ...reports: unknown[]): Promise<void> => {
  for (const entry of reports) expect((await ground.post(campaign.integrationId, entry)).status).toBe(200);
  await ground.apply(campaign);
};

const eventsOf = async ({ projectId }: TestCampaign) =>
  (await readCampaignEvents(context, projectId)).map(({ properties }) => properties['status']);

const counts = (campaign: TestCampaign) => readSmsCounts(context, campaign);

describe('a receipt', () => {
  it('is stored and queued before it is answered, and applied by a job', async () => {
    const campaign = await ground.send();
    expect((await ground.post(campaign.integrationId, ground.report())).status).toBe(200);
    const { rows } = await context.database.pool.query(
      'SELECT count(*)::int AS stored FROM receipt WHERE project_id = $1 AND applied_at IS NULL',
      [campaign.projectId],
    );
    expect(rows).toEqual([{ stored: 1 }]);
    expect((await readJobs(context, 'receipts')).map(({ data }) => data)).toContainEqual({
      integrationId: campaign.integrationId,
    });
    expect(await ground.statuses(campaign)).toEqual({ sent: 1 });
    await ground.apply(campaign);
    expect(await ground.statuses(campaign)).toEqual({ delivered: 1 });
    expect(await eventsOf(campaign)).toEqual(['enqueued', 'sent', 'delivered']);
    expect(await counts(campaign)).toMatchObject({ sent: 1, delivered: 1, failed: 0 });
  });

  it('is not answered 200 when it cannot be stored', async () => {
    const campaign = await ground.send();
    const { pool } = context.database;
    await pool.query(`CREATE OR REPLACE FUNCTION break_it() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'broken for a test'; END $$`);
    await pool.query('CREATE TRIGGER break_it BEFORE INSERT ON receipt EXECUTE FUNCTION break_it()');
    expect((await ground.post(campaign.integrationId, ground.report())).status).toBe(500);
    await pool.query('DROP TRIGGER break_it ON receipt');
    await tell(campaign, ground.report());
    expect(await ground.statuses(campaign)).toEqual({ delivered: 1 });
  });

  it('that comes again, late or out of order changes nothing more', async () => {
    const campaign = await ground.send();
    await tell(campaign, ground.report(), ground.report());
    await tell(
      campaign,
      ground.report({ status: 'Dispatched' }),
      ground.report({ status: 'Queued' }),
      ground.report(),
    );
    await tell(campaign, ground.report({ status: 'Failed', code: 402 }));
    expect(await ground.statuses(campaign)).toEqual({ delivered: 1 });
    expect(await eventsOf(campaign)).toEqual(['enqueued', 'sent', 'delivered']);
    expect(await counts(campaign)).toMatchObject({ sent: 1, delivered: 1, failed: 0 });
  });

  it.each([
    ['Delivered', { word: 'delivered', state: 'delivered' }, { delivered: 1 }],
    ['Failed', { word: 'failed', state: 'failed' }, { failed: 1 }],
    ['Expired', { word: 'failed', state: 'expired' }, { failed: 1, expired: 0 }],
    ['Cancelled', { word: 'failed', state: 'cancelled' }, { failed: 1, cancelled: 0 }],
    ['Aborted', { word: 'failed', state: 'failed' }, { failed: 1 }],
    ['Rejected', { word: 'rejected', state: 'rejected' }, { rejected: 1 }],
  ])(
    '(%s) before the answer to the send was recorded tells both',
    async (status, { word, state }, counted) => {
      const campaign = await ground.enqueue();
      ground.operator.answer(async (call) => {
        await tell(campaign, ground.report({ status, code: status === 'Delivered' ? 0 : 402 }));
        return acceptCall(call);
      });
      for (const job of await takeJobs(context, 'dispatch')) await dispatch(context, job);
      expect(await ground.statuses(campaign)).toEqual({ [state]: 1 });
      expect(await eventsOf(campaign)).toEqual(['enqueued', 'sent', word]);
      expect(await counts(campaign)).toMatchObject({ enqueued: 1, sent: 1, unsent: 0, ...counted });
    },
  );

  it('about one of a batch before its answer was recorded leaves the others to the answer', async () => {
    const campaign = await ground.enqueue(3);
    ground.operator.answer(async (call) => {
      await tell(campaign, ground.report());
      return acceptCall(call);
    });
    for (const job of await takeJobs(context, 'dispatch')) await dispatch(context, job);
    expect(await ground.statuses(campaign)).toEqual({ delivered: 1, sent: 2 });
    expect(tally((await eventsOf(campaign)).map(String))).toEqual({ enqueued: 3, sent: 3, delivered: 1 });
    expect(await counts(campaign)).toMatchObject({ enqueued: 3, sent: 3, delivered: 1, unknown: 0 });
  });

  it('says why a message failed', async () => {
    const campaign = await ground.send();
    await tell(campaign, ground.report({ status: 'Failed', code: 402 }));
    const events = await readCampaignEvents(context, campaign.projectId);
    expect(events.at(-1)?.properties).toMatchObject({
      status: 'failed',
      status_code: '402',
      error: 'no route to this number',
    });
  });

  it('settles a message that was unknown, and takes it out of the unknown ones', async () => {
    const campaign = await ground.enqueue();
    ground.operator.answer(() => 'break');
    ground.operator.answerLookup(() => 'break');
    for (const job of await takeJobs(context, 'dispatch')) await dispatch(context, job);
    await context.database.pool.query(
      `UPDATE send_batch SET created_at = now() - interval '16 minutes' WHERE project_id = $1`,
      [campaign.projectId],
    );
    await reconcile(context);
    expect(await counts(campaign)).toMatchObject({ unknown: 1, sent: 0 });
    await tell(campaign, ground.report());
    expect(await ground.statuses(campaign)).toEqual({ delivered: 1 });
    expect(await counts(campaign)).toMatchObject({ unknown: 0, sent: 1, delivered: 1 });
  });

  it('of a request whose answer was lost settles it, and the reconciler adds nothing', async () => {
    const campaign = await ground.enqueue();
    const asked = ground.operator.lookups.length;
    ground.operator.answer(() => 'break');
    ground.operator.answerLookup(foundBatch);
    for (const job of await takeJobs(context, 'dispatch')) await dispatch(context, job);
    await tell(campaign, ground.report());
    await context.database.pool.query(
      `UPDATE send_batch SET created_at = now() - interval '2 minutes' WHERE project_id = $1`,
      [campaign.projectId],
    );
    await reconcile(context);
    expect(ground.operator.lookups).toHaveLength(asked);
    const { rows } = await context.database.pool.query(
      'SELECT status::text FROM send_batch WHERE project_id = $1',
      [campaign.projectId],
    );
    expect(rows).toEqual([{ status: 'accepted' }]);
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
    const campaign = await ground.send();
    await tell(campaign, ground.report({ at }));
    const events = await readCampaignEvents(context, campaign.projectId);
    expect(events.map(({ properties }) => properties['status'])).toEqual(['enqueued', 'sent', 'delivered']);
    expect(Number(events.at(-1)?.timestamp)).toBeLessThanOrEqual(Date.now());
  });

  it('is found by reference or by batch, and by recipient', async () => {
    const campaign = await ground.send(3);
    const { to } = ground.lastCall();
    await tell(
      campaign,
      ground.report({ recipient: to[0], client_reference: undefined }),
      ground.report({ recipient: to[1], batch_id: 'another' }),
      ground.report({ recipient: to[2], batch_id: 'another', client_reference: 'another' }),
      ground.report({ recipient: '+447700999999' }),
    );
    expect(await ground.statuses(campaign)).toEqual({ delivered: 2, sent: 1 });
  });

  it('to the integration of another project changes nothing', async () => {
    const campaign = await ground.send();
    const stolen = ground.report();
    const stranger = await ground.enqueue();
    await tell(stranger, stolen);
    expect(await ground.statuses(campaign)).toEqual({ sent: 1 });
    expect(await ground.statuses(stranger)).toEqual({ enqueued: 1 });
    await takeJobs(context, 'dispatch');
  });

  it('comes with a thousand others, and each is applied once', async () => {
    const campaign = await ground.send(1_200);
    const all = ground.operator.calls
      .slice(-2)
      .flatMap((call) =>
        call.to.map((recipient) =>
          ground.report({ recipient, batch_id: 'x', client_reference: call.client_reference }),
        ),
      );
    for (let start = 0; start < all.length; start += 200) {
      const answers = await Promise.all(
        all.slice(start, start + 200).map((entry) => ground.post(campaign.integrationId, entry)),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    }
    const { integrationId } = campaign;
    await Promise.all([1, 2, 3].map(() => applyReceipts(context, { integrationId })));
    expect(await ground.statuses(campaign)).toEqual({ delivered: 1_200 });
    expect(await counts(campaign)).toMatchObject({ sent: 1_200, delivered: 1_200 });
  });
});
