import { describe, expect, it } from 'vitest';
import { drawDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import { monday } from '../../testing/begin-on-monday.ts';
import { beginRun } from '../../testing/begin-run.ts';
import type { World } from '../../testing/create-world.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { readCampaignEvents, tally } from '../../testing/read-campaign.ts';
import { requestOf } from '../../testing/scenario-life.ts';
import { waitingDocument, withWaitingRuns } from '../../testing/with-waiting-runs.ts';
import { dispatch } from '../messages/dispatch.ts';
import { finishWalks } from './finish.ts';
import { finishScenario, pauseScenario, resumeScenario, stopScenario } from './life-cycle.ts';

const hourMs = 3_600_000;
let context: AppContext;
let world: World;
const { inside, statusOf, texts, audited } = withWaitingRuns((ground) => {
  ({ context, world } = ground);
});

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
    const begun = await beginRun(world, waitingDocument(1));
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
