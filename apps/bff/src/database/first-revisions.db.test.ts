import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDocument } from '@curlew/testkit';
import { createTestCampaign, type TestCampaign } from '../testing/create-test-campaign.ts';
import { createOwnTestContext, type TestContext } from '../testing/test-context.ts';
import { readMigrations } from './migrate.ts';

let test: TestContext;
beforeAll(async () => {
  test = await createOwnTestContext();
});
afterAll(() => test.stop());

interface Row {
  readonly number: number;
  readonly started_as: number[];
  readonly user_name: string;
  readonly is_draft: boolean;
}

const readRows = async ({ scenarioId }: TestCampaign): Promise<Row[]> => {
  const { rows } = await test.context.database.pool.query<Row>(
    `SELECT r.number, r.started_as, r.user_name, r.document = s.document AS is_draft
     FROM scenario_revision r JOIN scenario s ON s.id = r.scenario_id WHERE s.id = $1 ORDER BY r.number`,
    [scenarioId],
  );
  return rows;
};

it('a scenario from before there was a history gets one of what is known', async () => {
  const { pool } = test.context.database;
  const create = () => createTestCampaign(test.context, { document: createDocument() });
  const [unstarted, unchanged, changed] = [await create(), await create(), await create()];
  const addVersion = async ({ scenarioId }: TestCampaign, number: number, sender: string): Promise<void> => {
    await pool.query(
      `INSERT INTO scenario_version (id, project_id, scenario_id, number, name, document, created_by)
       SELECT new_uuid(), project_id, id, $2, name,
         CASE WHEN $3 = '' THEN document ELSE jsonb_set(document, '{nodes,1,settings,sender}', to_jsonb($3::text)) END, 'Petr'
       FROM scenario WHERE id = $1`,
      [scenarioId, number, sender],
    );
  };
  await addVersion(unchanged, 1, 'First');
  await addVersion(unchanged, 2, '');
  await addVersion(changed, 1, 'First');

  await pool.query('DROP TABLE scenario_revision, scenario_presence');
  const migration = (await readMigrations()).find(({ name }) => name.endsWith('_scenario_revisions'));
  await pool.query(migration?.sql ?? '');

  const draft = { started_as: [], user_name: 'Tester', is_draft: true };
  const first = { number: 1, started_as: [1], user_name: 'Petr', is_draft: false };
  expect(await readRows(unstarted)).toEqual([{ ...draft, number: 1 }]);
  expect(await readRows(unchanged)).toEqual([
    first,
    { number: 2, started_as: [2], user_name: 'Petr', is_draft: true },
  ]);
  expect(await readRows(changed)).toEqual([first, { ...draft, number: 2 }]);
});
