import { describe, expect, it } from 'vitest';
import { drawDocument, type DrawnNode } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import { monday } from '../../testing/begin-on-monday.ts';
import { beginRun } from '../../testing/begin-run.ts';
import type { World } from '../../testing/create-world.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { tally } from '../../testing/read-campaign.ts';
import { publishNext } from '../../testing/scenario-life.ts';
import { waitingDocument, withWaitingRuns } from '../../testing/with-waiting-runs.ts';
import { dispatch } from '../messages/dispatch.ts';
import { describeLatestRun } from './progress.ts';
import { previewPublish } from './publish.ts';

const hourMs = 3_600_000;
let context: AppContext;
let world: World;
const { clock, inside, statusOf, texts, audited } = withWaitingRuns((ground) => {
  ({ context, world } = ground);
});

const extra: DrawnNode = ['extra', 'sms', { versions: [{ language: 'en', message: 'More' }] }];

describe('publishing over a running version', () => {
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
    const run = await publishNext(context, begun, {
      document: waitingDocument(1, [extra]),
      inside: 'finish',
    });
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
    const run = await publishNext(context, begun, { document: waitingDocument(5, [extra]), inside: 'move' });
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
    await publishNext(context, begun, { document: waitingDocument(1), inside: choice });
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
    await publishNext(context, begun, { document: without, inside: 'move' });
    await world.travelTo(monday + 3 * hourMs);
    expect(await begun.places()).toEqual({ 'wait finished left': 3 });
    const other = await inside();
    await publishNext(context, other, { document: waitingDocument(1), inside: 'leave' });
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
    expect(await publishNext(context, begun, { document, inside: 'move' })).toMatchObject({ enrolled: 2 });
    await world.travelTo(monday + 2 * hourMs);
    expect(await texts(begun)).toHaveLength(2);
    expect(await statusOf(begun)).toBe('inactive');
  });
});
