import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppContext } from '../../app-context.ts';
import { acceptBatch } from '../../testing/fake-operator.ts';
import { openFallbackGround, type FallbackGround } from '../../testing/open-fallback-ground.ts';
import { readJobs, takeJobs } from '../../testing/queued-jobs.ts';
import { addOperator, enqueueAll, setFallback, type FallbackCampaign } from '../../testing/two-operators.ts';
import { listManagedIntegrations } from '../integrations/manage.ts';
import { listWaiting } from '../outbox/list-waiting.ts';
import { describeLatestRun } from '../runs/progress.ts';
import { dispatch } from './dispatch.ts';

let ground: FallbackGround;
let context: AppContext;

beforeEach(async () => {
  ground = await openFallbackGround();
  ({ context } = ground);
});
afterEach(() => ground.stop());

const troublesOf = async ({ projectId, scenarioId }: FallbackCampaign) =>
  (await describeLatestRun(context, { projectId, scenarioId }))?.troubles;

const handedOver = async (): Promise<number> =>
  (await context.metrics.handedOver.get()).values.reduce((sum, { value }) => sum + value, 0);

describe('what waits while its operator is left alone', () => {
  it('is sent by the fallback at once, also what has just failed, and everybody is told', async () => {
    const campaign = await ground.prepare();
    const before = await handedOver();
    await ground.dispatchAll();
    expect(ground.sentTo('first')).toHaveLength(2);
    // Nothing of it was taken, so it need not wait for its next try.
    expect(await ground.places(campaign)).toEqual({ second: 2 });
    const jobs = await readJobs(context, 'dispatch');
    expect(
      jobs.map(({ data, dueInSeconds }) => [data.integrationId, data.attempt, Math.round(dueInSeconds)]),
    ).toEqual(
      expect.arrayContaining([
        [campaign.fallbackId, 0, 0],
        [campaign.integrationId, 1, 60],
      ]),
    );
    await ground.dispatchAll();
    expect([ground.sentTo('first').length, ground.sentTo('second').toSorted()]).toEqual([
      2,
      ['+447700900000', '+447700900001'],
    ]);
    expect(ground.operators.second.calls[0]).toMatchObject({
      from: 'Curlew',
      authorization: 'Bearer token-of-the-second',
      callback_url: expect.stringContaining(`/hooks/${campaign.fallbackId}/`),
    });
    expect(await ground.statuses(campaign)).toEqual({ sent: 2 });
    expect(await handedOver()).toBe(before + 2);
    const { integrationId, fallbackId: fallbackIntegrationId, runId } = campaign;
    expect(ground.warnings).toContainEqual({
      integrationId,
      fallbackIntegrationId,
      runIds: [runId],
      messages: 2,
    });
    expect(await troublesOf(campaign)).toMatchObject([{ name: 'Another operator', through: 'Backup' }]);
    const { integrations } = await listManagedIntegrations(context, campaign.projectId, { mayChange: false });
    expect(integrations.map(({ name, trouble }) => [name, trouble?.through])).toEqual([
      ['Another operator', 'Backup'],
      ['Backup', undefined],
    ]);
    // Of the old job nothing is left to do.
    expect(await readJobs(context, 'dispatch')).toEqual([]);
  });

  it('stays where its fallback is left alone too, or there is none', async () => {
    const campaign = await ground.prepare();
    await ground.hold(campaign.integrationId);
    await ground.hold(campaign.fallbackId);
    await ground.dispatchAll();
    expect(await ground.places(campaign)).toEqual({ first: 2 });
    expect(await troublesOf(campaign)).toMatchObject([{ name: 'Another operator', through: null }]);
    await setFallback(context, campaign, [campaign.integrationId, null]);
    await ground.dispatchAll();
    const [waiting] = await readJobs(context, 'dispatch');
    expect(waiting?.data).toMatchObject({ integrationId: campaign.integrationId });
    expect(waiting?.dueInSeconds).toBeCloseTo(60, 0);
    expect([...ground.sentTo('first'), ...ground.sentTo('second')]).toEqual([]);
  });

  it('is handed over once, and not on to the fallback of the fallback', async () => {
    const campaign = await ground.prepare();
    const third = await addOperator(context, campaign, { name: 'Third', url: ground.operators.first.url });
    await setFallback(context, campaign, [campaign.fallbackId, third]);
    await ground.hold(campaign.integrationId);
    await ground.dispatchAll();
    await ground.hold(campaign.fallbackId, 30);
    await ground.dispatchAll();
    expect(await ground.places(campaign)).toEqual({ second: 2 });
    const [waiting] = await readJobs(context, 'dispatch');
    expect(waiting?.data).toMatchObject({ integrationId: campaign.fallbackId });
    expect(waiting?.dueInSeconds).toBeCloseTo(30, 0);
    // The run does not name it, and yet waits for it.
    expect(await troublesOf(campaign)).toMatchObject([
      { name: 'Another operator', through: null },
      { name: 'Backup', through: null },
    ]);
    expect((await listWaiting(context, campaign, { limit: 50 })).items).toMatchObject([
      {
        waiting: 2,
        nodes: [{ integrationName: null, handedOver: [{ name: 'Backup', waiting: 2, isMore: false }] }],
      },
    ]);
    ground.pass(31);
    // One tries, and the other follows.
    await ground.dispatchAll();
    await ground.dispatchAll();
    expect(await ground.statuses(campaign)).toEqual({ sent: 2 });
    expect((await listWaiting(context, campaign, { limit: 50 })).items).toEqual([]);
  });

  it('is left alone where it may have been sent, or was refused for its own sake', async () => {
    const campaign = await ground.prepare({ customers: 4 });
    const [job] = await takeJobs(context, 'dispatch');
    if (!job) throw new Error('nothing is to be sent');
    const [lost = '', refused = '', ...others] = job.messageIds;
    ground.operators.first.answer(() => 'break');
    await dispatch(context, { ...job, messageIds: [lost] });
    ground.operators.first.answer(() => ({
      status: 400,
      body: { code: 'syntax_invalid_parameter_format', text: 'no' },
    }));
    await dispatch(context, { ...job, messageIds: [refused] });
    await context.database.pool.query(`UPDATE message SET status = 'unknown' WHERE id = $1`, [others[0]]);
    await ground.hold(campaign.integrationId);
    await dispatch(context, job);
    expect(await ground.places(campaign)).toEqual({ first: 3, second: 1 });
    await ground.dispatchAll();
    expect(ground.sentTo('second')).toHaveLength(1);
    expect(await ground.statuses(campaign)).toEqual({ sending: 1, rejected: 1, unknown: 1, sent: 1 });
  });

  it('goes by the first again once that is called, and a try that fails is handed over', async () => {
    const campaign = await ground.prepare();
    await ground.dispatchAll();
    await ground.dispatchAll();
    ground.pass(61);
    await enqueueAll(context, campaign);
    await ground.dispatchAll();
    // It was tried by one message, and is left alone for another while.
    expect([ground.sentTo('first').length, ground.sentTo('second').length]).toEqual([3, 2]);
    await ground.dispatchAll();
    await ground.dispatchAll();
    expect(ground.sentTo('second')).toHaveLength(4);
    ground.pass(61);
    ground.operators.first.answer(acceptBatch);
    await enqueueAll(context, campaign);
    await ground.dispatchAll();
    await ground.dispatchAll();
    expect([ground.sentTo('first').length, ground.sentTo('second').length]).toEqual([5, 4]);
    expect(await troublesOf(campaign)).toEqual([]);
    expect(await ground.statuses(campaign)).toEqual({ sent: 6 });
  });
});
