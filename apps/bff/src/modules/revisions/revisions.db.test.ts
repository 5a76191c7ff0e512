import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ScenarioDocument } from '@curlew/scenario';
import { createDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { newId } from '../../new-id.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import { createTestCampaign, type TestCampaign } from '../../testing/create-test-campaign.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { startScenario } from '../runs/start.ts';
import { deleteScenario, describeScenario, saveDraft } from '../scenarios/service.ts';
import { describeRevision, listRevisions, nameRevision, restoreRevision } from './service.ts';

let test: TestContext;
let context: AppContext;
let campaign: TestCampaign;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
});
afterAll(() => test.stop());
beforeEach(async () => {
  campaign = await createTestCampaign(context, { document: createDocument(), customers: manyCustomers(1) });
});

const jana = { userId: newId(), name: 'Jana' };
const petr = { userId: newId(), name: 'Petr' };

const saying = (message: string): ScenarioDocument =>
  createDocument({ versions: [{ language: 'en', message }] });

const current = () => describeScenario(context, campaign);

const save = async (by: typeof jana, message: string) => {
  const { revision } = await current();
  return saveDraft(context, campaign, { revision, document: saying(message), by });
};

const list = async (limit = 200) => (await listRevisions(context, campaign, { limit })).items;

/** The newest revision was saved so many minutes earlier than it was. */
const wait = async (minutes: number): Promise<void> => {
  await context.database.pool.query(
    `UPDATE scenario_revision SET saved_at = saved_at - make_interval(mins => $2) WHERE scenario_id = $1
       AND number = (SELECT max(number) FROM scenario_revision WHERE scenario_id = $1)`,
    [campaign.scenarioId, minutes],
  );
};

const messageOf = async (revisionId: string): Promise<string> => {
  const { document } = await describeRevision(context, { ...campaign, revisionId });
  return JSON.stringify(document);
};

const auditOf = async (action: string): Promise<unknown[]> => {
  const { rows } = await context.database.pool.query<{ user_id: string; detail: unknown }>(
    'SELECT user_id, detail FROM audit_entry WHERE project_id = $1 AND action = $2 ORDER BY at',
    [campaign.projectId, action],
  );
  return rows;
};

const place = (revisionId: string) => ({ ...campaign, revisionId });

describe('the history of a draft', () => {
  it('begins with the scenario', async () => {
    const [first, ...others] = await list();
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      number: 1,
      name: null,
      startedAs: [],
      restoredFrom: null,
      by: { id: campaign.userId, name: 'Tester' },
      nodeCount: 2,
      isCurrent: true,
    });
  });

  it('takes what one person saves without a long pause for one revision', async () => {
    await save(jana, 'a');
    await wait(9);
    await save(jana, 'ab');
    const [newest, first, ...others] = await list();
    expect(others).toEqual([]);
    expect([newest?.number, newest?.by.name, newest?.isCurrent]).toEqual([2, 'Jana', true]);
    expect([first?.number, first?.by.name, first?.isCurrent]).toEqual([1, 'Tester', false]);
    expect(await messageOf(newest?.id ?? '')).toContain('"ab"');
    expect(Date.parse(newest?.savedAt ?? '')).toBeGreaterThan(Date.parse(newest?.beganAt ?? ''));
  });

  it('begins a new one after ten minutes', async () => {
    await save(jana, 'a');
    await wait(11);
    await save(jana, 'ab');
    const [newest, older] = await list();
    expect([newest?.number, older?.number]).toEqual([3, 2]);
    expect(await messageOf(older?.id ?? '')).toContain('"a"');
  });

  it('begins a new one when someone else saved between', async () => {
    for (const [by, message] of [
      [jana, 'a'],
      [petr, 'b'],
      [jana, 'c'],
    ] as const)
      await save(by, message);
    expect((await list()).map(({ number, by }) => [number, by.name])).toEqual([
      [4, 'Jana'],
      [3, 'Petr'],
      [2, 'Jana'],
      [1, 'Tester'],
    ]);
  });

  it('leaves a named one and a started one as they are', async () => {
    await save(jana, 'named');
    const [named] = await list();
    await nameRevision(context, place(named?.id ?? ''), { name: 'Before the sale', by: jana });
    await save(jana, 'started');
    const { revision } = await current();
    await startScenario(context, { ...campaign.start, revision, by: jana });
    await save(jana, 'after');
    const [after, started, kept] = await list();
    expect([after?.number, after?.startedAs]).toEqual([4, []]);
    expect([started?.number, started?.startedAs]).toEqual([3, [1]]);
    expect([kept?.number, kept?.name]).toEqual([2, 'Before the sale']);
    expect(await messageOf(kept?.id ?? '')).toContain('"named"');
    expect(await messageOf(started?.id ?? '')).toContain('"started"');
  });

  it('writes nothing where a save is refused', async () => {
    await save(jana, 'a');
    const before = await list();
    await expect(
      saveDraft(context, campaign, { revision: 0, document: saying('late'), by: petr }),
    ).rejects.toMatchObject({ code: 'revision_conflict' });
    expect(await list()).toEqual(before);
  });

  it('keeps the newest 200, and every named or started one', async () => {
    await nameRevision(context, place((await list())[0]?.id ?? ''), { name: 'Kept', by: jana });
    const { pool } = context.database;
    await pool.query(
      `INSERT INTO scenario_revision (id, project_id, scenario_id, number, name, started_as, document, user_name, began_at, saved_at)
       SELECT new_uuid(), project_id, scenario_id, n, NULL, CASE WHEN n = 50 THEN ARRAY[7] ELSE '{}' END, document, 'Old',
         began_at + n * interval '1 ms', began_at + n * interval '1 ms'
       FROM scenario_revision, generate_series(2, 301) n WHERE scenario_id = $1`,
      [campaign.scenarioId],
    );
    await save(jana, 'new');
    const { rows } = await pool.query<{ number: number }>(
      'SELECT number FROM scenario_revision WHERE scenario_id = $1 ORDER BY number',
      [campaign.scenarioId],
    );
    const numbers = rows.map(({ number }) => number);
    expect(numbers).toEqual([1, 50, ...Array.from({ length: 200 }, (_, index) => 103 + index)]);
  });

  it('comes in pages', async () => {
    for (const by of [jana, petr, jana, petr]) await save(by, by.name);
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await listRevisions(context, campaign, { limit: 2, cursor });
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ number }) => number));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual([5, 4, 3, 2, 1]);
  });

  it('says which revision was before', async () => {
    await save(jana, 'a');
    const [newest, first] = await list();
    expect((await describeRevision(context, place(newest?.id ?? ''))).previousId).toBe(first?.id);
    expect((await describeRevision(context, place(first?.id ?? ''))).previousId).toBeNull();
  });

  it('goes with its scenario', async () => {
    await deleteScenario(context, campaign, jana);
    const { rows } = await context.database.pool.query(
      'SELECT FROM scenario_revision WHERE scenario_id = $1',
      [campaign.scenarioId],
    );
    expect(rows).toEqual([]);
  });
});

describe('naming', () => {
  it('changes and removes a name, and is in the log', async () => {
    const [first] = await list();
    const named = await nameRevision(context, place(first?.id ?? ''), { name: 'One', by: jana });
    expect(named).toEqual({ ...first, name: 'One' });
    expect(await nameRevision(context, place(first?.id ?? ''), { name: null, by: jana })).toEqual(first);
    expect(await auditOf('scenario.name_revision')).toEqual([
      { user_id: jana.userId, detail: { number: 1, name: 'One' } },
      { user_id: jana.userId, detail: { number: 1, name: null } },
    ]);
  });

  it('finds nothing of another scenario', async () => {
    const other = await createTestCampaign(context, { document: createDocument() });
    const [theirs] = (await listRevisions(context, other, { limit: 1 })).items;
    const failed = nameRevision(context, place(theirs?.id ?? ''), { name: 'Mine', by: jana });
    await expect(failed).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('bringing a revision back', () => {
  it('makes its document the draft, keeps what was there, and hands out no number twice', async () => {
    const old = await current();
    const [first] = await list();
    const grown = { ...saying('grown'), nextNumber: 12 };
    await saveDraft(context, campaign, { revision: old.revision, document: grown, by: jana });
    const { revision } = await current();
    const restored = await restoreRevision(context, place(first?.id ?? ''), { revision, by: jana });

    expect(restored.document).toEqual({ ...old.document, nextNumber: 12 });
    const now = await current();
    expect(now.document).toEqual(restored.document);
    expect(now.revision).toBe(restored.revision);
    const [newest, replaced] = await list();
    expect([newest?.number, newest?.restoredFrom, newest?.isCurrent]).toEqual([3, 1, true]);
    expect([replaced?.number, replaced?.restoredFrom]).toEqual([2, null]);
    expect(await messageOf(replaced?.id ?? '')).toContain('"grown"');
    expect(await auditOf('scenario.restore')).toEqual([
      { user_id: jana.userId, detail: { revision: restored.revision, restoredFrom: 1 } },
    ]);
  });

  it('is refused when someone saved meanwhile', async () => {
    const { revision } = await current();
    await save(petr, 'newer');
    const [, first] = await list();
    const before = await list();
    const failed = restoreRevision(context, place(first?.id ?? ''), { revision, by: jana });
    await expect(failed).rejects.toMatchObject({ code: 'revision_conflict' });
    expect(await list()).toEqual(before);
  });
});
