import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ScenarioDocument } from '@curlew/scenario';
import { drawDocument, type DrawnNode } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import { beginRun, type BegunRun } from '../../testing/begin-run.ts';
import type { World } from '../../testing/create-world.ts';
import { startFakeOperator, type FakeOperator } from '../../testing/fake-operator.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { readCampaignEvents, readMessages, tally } from '../../testing/read-campaign.ts';
import { dispatch } from '../messages/dispatch.ts';
import { describeScenario, saveDraft } from '../scenarios/service.ts';
import { finishWalks } from './finish.ts';
import { finishScenario, pauseScenario, resumeScenario, stopScenario } from './life-cycle.ts';
import { describeLatestRun } from './progress.ts';
import { previewPublish, publishScenario } from './publish.ts';
import { beginOnMonday, monday } from '../../testing/begin-on-monday.ts';

const hourMs = 3_600_000;
let context: AppContext;
let operator: FakeOperator;
let world: World;
const clock = beginOnMonday((ground) => {
  ({ context, world } = ground);
});

beforeAll(async () => {
  operator = await startFakeOperator();
});
beforeEach(async () => {
  await takeJobs(context, 'dispatch');
});
afterAll(() => operator.stop());

const extra: DrawnNode = ['extra', 'sms', { versions: [{ language: 'en', message: 'More' }] }];

const waiting = (hours: number, more: readonly DrawnNode[] = []): ScenarioDocument =>
  drawDocument(
    [
      ['on', 'on_event', { event: 'sign_up' }],
      ['wait', 'wait', { mode: 'duration', duration: { amount: hours, unit: 'hours' } }],
      ['sms', 'sms'],
      ...more,
    ],
    ['on > wait', 'wait > sms', ...more.map(([id]) => `sms > ${id}`)],
  );

const inside = async (hours = 2): Promise<BegunRun> => {
  const begun = await beginRun(world, waiting(hours), manyCustomers(3));
  for (const customer of [0, 1, 2]) await begun.track(customer, 'sign_up');
  await world.settle();
  expect(await begun.places()).toEqual({ 'wait active': 3 });
  return begun;
};

const requestOf = ({ projectId, scenarioId, userId }: BegunRun) => ({
  projectId,
  scenarioId,
  by: { userId },
});
const statusOf = async ({ projectId, scenarioId }: BegunRun) =>
  (await describeScenario(context, { projectId, scenarioId })).status;
const texts = async ({ projectId }: BegunRun) =>
  (await readMessages(context, projectId)).map(({ text, status }) => `${text} ${status}`);
const audited = async ({ scenarioId }: BegunRun) => {
  const { rows } = await context.database.pool.query<{ action: string }>(
    `SELECT action FROM audit_entry WHERE subject_id = $1 AND action ~ 'finish|stop|pause|resume|publish' ORDER BY at, id`,
    [scenarioId],
  );
  return rows.map(({ action }) => action);
};

describe('finishing', () => {
  it('lets nobody in any more, and everyone inside to their end', async () => {
    const begun = await inside();
    expect(await finishScenario(context, requestOf(begun))).toMatchObject({
      status: 'finishing',
      isOpen: false,
    });
    expect(await statusOf(begun)).toBe('finishing');
    await begun.track(0, 'sign_up');
    await world.settle();
    expect(await begun.run()).toMatchObject({ enrolled: 3 });
    await world.travelTo(monday + 3 * hourMs);
    expect(await begun.run()).toMatchObject({ status: 'finished', walked: 3 });
    expect(await statusOf(begun)).toBe('inactive');
    expect(await texts(begun)).toHaveLength(3);
    expect(await audited(begun)).toEqual(['scenario.finish']);
    await expect(finishScenario(context, requestOf(begun))).rejects.toThrow('not running');
  });

  it('with nobody inside is over at once', async () => {
    const begun = await beginRun(world, waiting(1));
    expect(await finishScenario(context, requestOf(begun))).toMatchObject({ status: 'finished' });
    expect(await statusOf(begun)).toBe('inactive');
  });
});

describe('stopping', () => {
  it('ends every walk where it stands, and sends nothing more', async () => {
    const begun = await inside();
    expect(await stopScenario(context, requestOf(begun))).toMatchObject({ status: 'stopped' });
    expect(await statusOf(begun)).toBe('inactive');
    await begun.track(0, 'sign_up');
    await world.travelTo(monday + 5 * hourMs);
    expect(await begun.places()).toEqual({ 'wait finished stopped': 3 });
    const { nodes, ...run } = await begun.run();
    expect(run).toMatchObject({ status: 'stopped', enrolled: 3, walked: 3 });
    expect(nodes.find(({ nodeId }) => nodeId === 'wait')).toMatchObject({
      entered: 3,
      left: 3,
      ended: 3,
      waiting: 0,
    });
    expect(await texts(begun)).toEqual([]);
  });

  it('counts a walk that comes to its end in the moment of the stop, once', async () => {
    const begun = await inside();
    const { runId } = begun;
    await stopScenario(context, requestOf(begun));
    // As a walk does that was under way, and was not kept waiting by the stop.
    await context.database.transaction(async (connection) => {
      await connection.query(
        `UPDATE enrolment SET status = 'finished' WHERE id = (SELECT min(id::text)::uuid FROM enrolment WHERE run_id = $1)`,
        [runId],
      );
      await finishWalks(connection, runId, 1);
    });
    await world.settle();
    expect(await begun.run()).toMatchObject({ status: 'stopped', enrolled: 3, walked: 3 });
    expect(await statusOf(begun)).toBe('inactive');
  });

  it('cancels messages that have not left, and says so', async () => {
    const begun = await inside();
    await world.travelTo(monday + 2 * hourMs);
    const jobs = await takeJobs(context, 'dispatch');
    await stopScenario(context, requestOf(begun));
    for (const job of jobs) await dispatch(context, job);
    expect(await texts(begun)).toEqual(Array(3).fill('Hello cancelled'));
    const events = await readCampaignEvents(context, begun.projectId);
    expect(
      tally(
        events.map(
          ({ properties: { status, type } }) => `${String(status)} ${typeof type === 'string' ? type : ''}`,
        ),
      ),
    ).toEqual({ 'enqueued ': 3, 'suppressed cancelled': 3 });
  });
});

it('what is still to be sent can be paused and stopped when everyone has come to the end', async () => {
  const begun = await beginRun(
    world,
    drawDocument(
      [
        ['now', 'now'],
        ['sms', 'sms'],
      ],
      ['now > sms'],
    ),
    manyCustomers(2),
  );
  expect(await begun.run()).toMatchObject({ status: 'finished' });
  await pauseScenario(context, requestOf(begun));
  for (const job of await takeJobs(context, 'dispatch')) await dispatch(context, job);
  expect(await texts(begun)).toEqual(Array(2).fill('Hello enqueued'));
  await stopScenario(context, requestOf(begun));
  for (const job of await takeJobs(context, 'dispatch')) await dispatch(context, job);
  expect(await texts(begun)).toEqual(Array(2).fill('Hello cancelled'));
  await expect(stopScenario(context, requestOf(begun))).rejects.toThrow('not running');
});

describe('a pause', () => {
  it('holds everyone and every message, and afterwards all goes on', async () => {
    const begun = await inside();
    await pauseScenario(context, requestOf(begun));
    expect(await begun.run()).toMatchObject({ status: 'active', pausedAt: new Date(monday).toISOString() });
    await begun.track(1, 'sign_up');
    await world.travelTo(monday + 4 * hourMs);
    expect(await begun.places()).toEqual({ 'wait active': 3, 'on active': 1 });
    await resumeScenario(context, requestOf(begun));
    await world.settle();
    expect(await begun.places()).toEqual({ 'sms finished': 3, 'wait active': 1 });
    const jobs = await takeJobs(context, 'dispatch');
    await pauseScenario(context, requestOf(begun));
    for (const job of jobs) await dispatch(context, job);
    expect(await texts(begun)).toEqual(Array(3).fill('Hello enqueued'));
    await resumeScenario(context, requestOf(begun));
    const parked = await takeJobs(context, 'dispatch');
    expect(parked.flatMap(({ messageIds }) => messageIds)).toHaveLength(3);
    expect(await audited(begun)).toEqual([
      'scenario.pause',
      'scenario.resume',
      'scenario.pause',
      'scenario.resume',
    ]);
  });

  it('can be ended by a stop', async () => {
    const begun = await inside();
    await pauseScenario(context, requestOf(begun));
    await world.travelTo(monday + 4 * hourMs);
    await stopScenario(context, requestOf(begun));
    await world.settle();
    expect(await begun.places()).toEqual({ 'wait finished stopped': 3 });
    expect(await texts(begun)).toEqual([]);
  });
});

describe('publishing over a running version', () => {
  const publish = async (
    begun: BegunRun,
    document: ScenarioDocument,
    choice: 'finish' | 'move' | 'leave',
  ) => {
    const { projectId, scenarioId, start } = begun;
    const saved = await saveDraft(
      context,
      { projectId, scenarioId },
      { document, revision: start.revision, by: start.by },
    );
    return publishScenario(context, { ...start, revision: saved.revision, inside: choice });
  };

  it('says first whom it concerns', async () => {
    const begun = await inside();
    const { projectId, scenarioId } = begun;
    expect(await previewPublish(context, { projectId, scenarioId })).toMatchObject({
      inside: 3,
      nodes: [{ nodeId: 'wait', name: 'Wait', inside: 3, canMove: true }],
    });
  });

  it('lets those inside finish on the old version while new ones take the new', async () => {
    const begun = await inside();
    const run = await publish(begun, waiting(1, [extra]), 'finish');
    expect(run).toMatchObject({ versionNumber: 2, status: 'active', insideEarlier: 3 });
    await begun.track(0, 'sign_up');
    await world.travelTo(monday + 3 * hourMs);
    expect(tally(await texts(begun))).toEqual({ 'Hello enqueued': 4, 'More enqueued': 1 });
    expect(await begun.run()).toMatchObject({ status: 'finished', walked: 3 });
    const { projectId, scenarioId } = begun;
    expect(await describeLatestRun(context, { projectId, scenarioId })).toMatchObject({
      status: 'active',
      enrolled: 1,
      walked: 1,
      insideEarlier: 0,
    });
    expect(await statusOf(begun)).toBe('active');
    expect(await audited(begun)).toEqual(['scenario.publish']);
  });

  it('moves those inside to the same node, where they wait as the new version says', async () => {
    const begun = await inside();
    await world.travelTo(monday + hourMs);
    const run = await publish(begun, waiting(5, [extra]), 'move');
    expect(run).toMatchObject({ enrolled: 3, insideEarlier: 0 });
    await world.travelTo(monday + 4 * hourMs);
    expect(await texts(begun)).toEqual([]);
    // Since they came to the node, not since they were moved.
    await world.travelTo(monday + 5 * hourMs);
    expect(tally(await texts(begun))).toEqual({ 'Hello enqueued': 3, 'More enqueued': 3 });
    const { projectId, scenarioId } = begun;
    expect(await describeLatestRun(context, { projectId, scenarioId })).toMatchObject({ walked: 3 });
  });

  it.each(['move', 'leave'] as const)('what they were to get before is sent, with “%s”', async (choice) => {
    const begun = await beginRun(
      world,
      drawDocument(
        [
          ['on', 'on_event', { event: 'sign_up' }],
          ['sms', 'sms'],
          ['wait', 'wait', { mode: 'duration', duration: { amount: 1, unit: 'hours' } }],
          ['end', 'track_event', { event: 'ended' }],
        ],
        ['on > sms', 'sms > wait', 'wait > end'],
      ),
    );
    await begun.track(0, 'sign_up');
    await world.settle();
    await publish(begun, waiting(1), choice);
    for (const job of await takeJobs(context, 'dispatch')) await dispatch(context, job);
    expect((await texts(begun)).filter((text) => text.includes('cancelled'))).toEqual([]);
  });

  it('ends the walks of those whose node is gone, and of everyone where that is wanted', async () => {
    const begun = await inside();
    const without = drawDocument(
      [
        ['on', 'on_event', { event: 'sign_up' }],
        ['sms', 'sms'],
      ],
      ['on > sms'],
    );
    await publish(begun, without, 'move');
    await world.travelTo(monday + 3 * hourMs);
    expect(await begun.places()).toEqual({ 'wait finished left': 3 });
    const other = await inside();
    await publish(other, waiting(1), 'leave');
    await world.travelTo(clock.now + 3 * hourMs);
    expect(await other.places()).toEqual({ 'wait finished left': 3 });
    for (const old of [begun, other])
      expect(await old.run()).toMatchObject({ status: 'finished', enrolled: 3, walked: 3 });
    expect([await texts(begun), await texts(other)]).toEqual([[], []]);
  });

  it('lets nobody in a second time by Now', async () => {
    const document = drawDocument(
      [
        ['now', 'now'],
        ['wait', 'wait', { mode: 'duration', duration: { amount: 1, unit: 'hours' } }],
        ['sms', 'sms'],
      ],
      ['now > wait', 'wait > sms'],
    );
    const begun = await beginRun(world, document, manyCustomers(2));
    expect(await publish(begun, document, 'move')).toMatchObject({ enrolled: 2 });
    await world.travelTo(monday + 2 * hourMs);
    expect(await texts(begun)).toHaveLength(2);
    expect(await statusOf(begun)).toBe('inactive');
  });
});
