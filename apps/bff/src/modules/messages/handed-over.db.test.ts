import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSmsNode } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { readConfig } from '../../config.ts';
import { newId } from '../../new-id.ts';
import { openFallbackGround, type FallbackGround } from '../../testing/open-fallback-ground.ts';
import { readJobs, takeJobs } from '../../testing/queued-jobs.ts';
import { readCampaignEvents, tally } from '../../testing/read-campaign.ts';
import { startHttpTarget } from '../../testing/start-target.ts';
import { addOperator, createFallbackCampaign, setFallback } from '../../testing/two-operators.ts';
import { pauseScenario, resumeScenario, stopScenario } from '../runs/life-cycle.ts';
import { sendTest } from '../test-sends/service.ts';
import { dispatch } from './dispatch.ts';
import { countHandedOver } from './handed-over.ts';

let ground: FallbackGround;
let context: AppContext;

beforeEach(async () => {
  ground = await openFallbackGround();
  ({ context } = ground);
});
afterEach(() => ground.stop());

/** What CM answers when it takes a request of one message. */
const takeCmMessage = (body: string) => {
  const { messages } = JSON.parse(body) as {
    messages: { msg: [{ reference: string; to: [{ number: string }] }] };
  };
  const [{ reference, to }] = messages.msg;
  const entry = {
    to: to[0].number,
    status: 'Accepted',
    reference,
    parts: 1,
    messageDetails: null,
    messageErrorCode: 0,
  };
  return { details: 'Created', errorCode: 0, messages: [entry] };
};

describe('handed over', () => {
  it('at once by several workers, each message once', async () => {
    const campaign = await ground.prepare({ customers: 60 });
    await ground.hold(campaign.integrationId);
    const jobs = await takeJobs(context, 'dispatch');
    await Promise.all([...jobs, ...jobs, ...jobs].map((job) => dispatch(context, job)));
    const next = await takeJobs(context, 'dispatch');
    expect(next.flatMap(({ messageIds }) => messageIds)).toHaveLength(60);
    await Promise.all([...next, ...next].map((job) => dispatch(context, job)));
    expect(new Set(ground.sentTo('second')).size).toBe(60);
    expect(ground.sentTo('second')).toHaveLength(60);
    expect(await ground.statuses(campaign)).toEqual({ sent: 60 });
  });

  it('is all of it or nothing: a worker that ends between leaves all as it was', async () => {
    const campaign = await ground.prepare();
    await ground.hold(campaign.integrationId);
    const [job] = await takeJobs(context, 'dispatch');
    if (!job) throw new Error('nothing is to be sent');
    const broken = { ...context.jobs, send: () => Promise.reject(new Error('the worker ends here')) };
    await expect(dispatch({ ...context, jobs: broken }, job)).rejects.toThrow('ends here');
    expect(await ground.places(campaign)).toEqual({ first: 2 });
    // The queue gives its job to another.
    await dispatch(context, job);
    await ground.dispatchAll();
    expect(await ground.statuses(campaign)).toEqual({ sent: 2 });
    expect(ground.sentTo('second')).toHaveLength(2);
  });

  it('keeps its place and goes at the pace of the fallback', async () => {
    const campaign = await ground.prepare({ customers: 9, ratePerSecond: 4 });
    await ground.hold(campaign.integrationId);
    const [job] = await takeJobs(context, 'dispatch');
    if (!job) throw new Error('nothing is to be sent');
    await dispatch(context, { ...job, place: 7, attempt: 3 });
    const [next] = await readJobs(context, 'dispatch');
    expect(next?.data).toMatchObject({ integrationId: campaign.fallbackId, place: 7, attempt: 0 });
    await ground.dispatchAll();
    expect(ground.sentTo('second')).toHaveLength(4);
    const [rest] = await readJobs(context, 'dispatch');
    expect(rest?.data).toMatchObject({ integrationId: campaign.fallbackId, place: 7 });
    expect(rest?.data.messageIds).toHaveLength(5);
  });

  it('tests are still urgent', async () => {
    const campaign = await createFallbackCampaign(context, ground.operators);
    const { projectId, scenarioId, userId, customerIds } = campaign;
    await ground.hold(campaign.integrationId);
    const ask = {
      projectId,
      scenarioId,
      userId,
      key: newId(),
      node: createSmsNode(),
      event: null,
      numbers: ['+447700900123'],
    };
    await sendTest(context, { ...ask, customerId: customerIds[0] ?? '' });
    await ground.dispatchAll('urgentDispatch');
    expect(await readJobs(context, 'dispatch')).toEqual([]);
    const [next] = await readJobs(context, 'urgentDispatch');
    expect(next?.data).toMatchObject({ integrationId: campaign.fallbackId, isUrgent: true });
    await ground.dispatchAll('urgentDispatch');
    expect(ground.sentTo('second')).toEqual(['+447700900123']);
  });

  it('is written for the operator that gets it, and its events name that one', async () => {
    const bodies: string[] = [];
    const cm = await startHttpTarget((request, response) => {
      request.setEncoding('utf8').on('data', (chunk: string) => bodies.push(chunk));
      request.on('end', () => response.end(JSON.stringify(takeCmMessage(bodies.join('')))));
    });
    const allowed = `${new URL(ground.operators.first.url).host},${cm.host}`;
    const calling = { ...context, config: readConfig([], { CURLEW_WEBHOOK_ALLOW: allowed }) };
    const campaign = await ground.prepare({ customers: 1 });
    const operator = { name: 'CM', url: `http://${cm.host}`, provider: 'cm' as const };
    const fallbackId = await addOperator(context, campaign, operator);
    await setFallback(context, campaign, [campaign.integrationId, fallbackId]);
    for (const job of await takeJobs(context, 'dispatch')) await dispatch(calling, job);
    for (const job of await takeJobs(context, 'dispatch')) await dispatch(calling, job);
    await cm.stop();
    expect(JSON.parse(bodies.join(''))).toMatchObject({
      messages: { msg: [{ from: 'Curlew', to: [{ number: '00447700900000' }] }] },
    });
    const events = await readCampaignEvents(context, campaign.projectId);
    expect(events.map(({ properties }) => [properties['status'], properties['provider']])).toEqual([
      ['enqueued', 'sinch'],
      ['sent', 'cm'],
    ]);
  });
});

it('of a backlog it is counted that there are many, and not how many', async () => {
  const { projectId, runId, integrationId } = await ground.prepare({ customers: 1 });
  await ground.hold(integrationId);
  await ground.dispatchAll();
  const count = () => countHandedOver(context.database.pool, projectId, [{ runId, nodeId: 'sms-1' }]);
  expect(await count()).toEqual([{ runId, nodeId: 'sms-1', name: 'Backup', waiting: 1, isMore: false }]);
  await context.database.pool.query(
    `INSERT INTO message (id, project_id, run_id, node_id, enrolment_id, visit, customer_id, integration_id, recipient, sender, text,
       language, encoding, parts, handed_over_from)
     SELECT gen_random_uuid(), project_id, run_id, node_id, gen_random_uuid(), 1, customer_id, integration_id, recipient, sender, text,
       language, encoding, parts, handed_over_from FROM message, generate_series(1, 10000) WHERE project_id = $1`,
    [projectId],
  );
  expect(await count()).toMatchObject([{ waiting: 10_000, isMore: true }]);
});

describe('a run that', () => {
  it('is paused keeps its messages for their own operator, one that is stopped gives them up', async () => {
    const campaign = await ground.prepare();
    await ground.hold(campaign.integrationId);
    await pauseScenario(context, campaign.start);
    await ground.dispatchAll();
    expect(await ground.places(campaign)).toEqual({ first: 2 });
    expect(await readJobs(context, 'dispatch')).toEqual([]);
    await resumeScenario(context, campaign.start);
    await ground.dispatchAll();
    expect(await ground.places(campaign)).toEqual({ second: 2 });
    // And what was handed over is kept, too.
    await pauseScenario(context, campaign.start);
    await ground.dispatchAll();
    expect(ground.sentTo('second')).toEqual([]);
    await resumeScenario(context, campaign.start);
    await stopScenario(context, campaign.start);
    await ground.dispatchAll();
    expect(await ground.statuses(campaign)).toEqual({ cancelled: 2 });
    expect([...ground.sentTo('first'), ...ground.sentTo('second')]).toEqual([]);
  });

  it('waits too long has its messages expired', async () => {
    const campaign = await ground.prepare();
    await context.database.pool.query('UPDATE message SET expires_at = $2 WHERE project_id = $1', [
      campaign.projectId,
      new Date(context.now().getTime() + 10_000),
    ]);
    await ground.hold(campaign.integrationId);
    await ground.dispatchAll();
    ground.pass(11);
    await ground.dispatchAll();
    expect(await ground.statuses(campaign)).toEqual({ expired: 2 });
    expect(ground.sentTo('second')).toEqual([]);
    const events = await readCampaignEvents(context, campaign.projectId);
    expect(tally(events.map(({ properties }) => String(properties['status'])))).toEqual({
      enqueued: 2,
      suppressed: 2,
    });
  });
});
