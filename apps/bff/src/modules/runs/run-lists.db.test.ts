import { describe, expect, it } from 'vitest';
import { drawDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import { beginRun } from '../../testing/begin-run.ts';
import type { World } from '../../testing/create-world.ts';
import { saveDraft } from '../scenarios/service.ts';
import { getWalk } from '../walk-history/get-walk.ts';
import { listRunWalks } from '../walk-history/list-run-walks.ts';
import { finishScenario } from './life-cycle.ts';
import { listLateStarts } from './list-late-starts.ts';
import { describeRunDocument } from './progress.ts';
import { listProjectRuns, listRuns } from './list-runs.ts';
import { startScenario } from './start.ts';
import { beginOnMonday } from '../../testing/begin-on-monday.ts';

let context: AppContext;
let world: World;
beginOnMonday((ground) => {
  ({ context, world } = ground);
});

const hourly = drawDocument(
  [
    ['each', 'repeat', { cron: '0 * * * *', timeZone: 'UTC' }],
    ['sms', 'sms'],
  ],
  ['each > sms'],
);

describe('a trigger that starts late', () => {
  it('says so with its run, its node, its walks and in the list, with what was left out', async () => {
    const begun = await beginRun(world, hourly, manyCustomers(2));
    const { projectId, scenarioId, runId } = begun;
    const late = async () => (await begun.run()).nodes.find(({ nodeId }) => nodeId === 'each')?.late;
    await world.travelTo('2026-11-23T11:00:00Z');
    expect(await late()).toBeNull();
    // Due at 12:00, 13:00 and 14:00, and the worker comes back.
    world.jumpTo('2026-11-23T14:14:00Z');
    await world.settle();
    const start = { dueAt: '2026-11-23T12:00:00.000Z', firedAt: '2026-11-23T14:14:00.000Z' };
    expect(await late()).toEqual({ ...start, count: 1 });
    // A minute is in time.
    world.jumpTo('2026-11-23T15:01:00Z');
    await world.settle();
    expect(await late()).toMatchObject({ count: 1 });
    world.jumpTo('2026-11-23T16:02:00Z');
    await world.settle();
    expect(await late()).toMatchObject({ count: 2, dueAt: '2026-11-23T16:00:00.000Z' });
    const where = { projectId, scenarioId };
    const { items } = await listLateStarts(context, { ...where, runId });
    expect(items).toMatchObject([
      { nodeName: 'Repeat', dueAt: '2026-11-23T16:00:00.000Z', enrolled: 2, missed: 0 },
      { nodeId: 'each', ...start, enrolled: 2, missed: 2 },
    ]);
    expect((await listRuns(context, where)).items).toMatchObject([{ id: runId, lateStarts: 2 }]);

    const walks = await listRunWalks(context, { ...where, runId }, { limit: 8 });
    const lates: unknown[] = [];
    for (const { id, startedAt } of walks.items) {
      const walk = await getWalk(context, { projectId, walkId: id });
      lates.push([startedAt.slice(11, 16), walk.late?.dueAt.slice(11, 16) ?? null]);
    }
    expect(lates).toEqual([
      ['16:02', '16:00'],
      ['16:02', '16:00'],
      ['15:01', null],
      ['15:01', null],
      ['14:14', '12:00'],
      ['14:14', '12:00'],
      ['11:00', null],
      ['11:00', null],
    ]);
  });
});

describe('the runs of a project', () => {
  it('are told page by page, the newest first, all or those that go on, with the name of now', async () => {
    const begun = await beginRun(world, hourly, manyCustomers(1));
    const { projectId, scenarioId, start, userId } = begun;
    const page = { show: 'all', limit: 2 } as const;
    const ids = [begun.runId];
    for (let count = 0; count < 2; count += 1) {
      await finishScenario(context, { projectId, scenarioId, by: { userId } });
      ids.unshift((await startScenario(context, start)).id);
    }
    await context.database.pool.query(`UPDATE scenario SET name = 'Named anew' WHERE id = $1`, [scenarioId]);
    const first = await listProjectRuns(context, { projectId }, page);
    expect(first.items.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    expect(first.items[0]).toMatchObject({ scenarioId, scenarioName: 'Named anew', status: 'active' });
    const second = await listProjectRuns(
      context,
      { projectId },
      { ...page, cursor: first.nextCursor ?? undefined },
    );
    expect(second).toMatchObject({ items: [{ id: ids[2], status: 'finished' }], nextCursor: null });
    const going = await listProjectRuns(context, { projectId }, { ...page, show: 'going' });
    expect(going.items.map(({ id }) => id)).toEqual([ids[0]]);
    const other = await beginRun(world, hourly);
    expect((await listProjectRuns(context, { projectId: other.projectId }, page)).items).toHaveLength(1);
  });
});

it('a run tells what it runs, whatever became of the draft', async () => {
  const { projectId, scenarioId, runId, start } = await beginRun(world, hourly);
  const where = { projectId, scenarioId };
  const document = { ...hourly, nodes: hourly.nodes.map((node) => ({ ...node, name: 'Other' })) };
  await saveDraft(context, where, { document, revision: start.revision, by: start.by });
  expect(await describeRunDocument(context, { ...where, runId })).toEqual({ document: hourly });
});
