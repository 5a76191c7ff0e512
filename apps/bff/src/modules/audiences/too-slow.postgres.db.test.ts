import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CustomerFilter } from '@curlew/scenario';
import type { AppContext } from '../../app-context.ts';
import { inTime } from '../../database/in-time.ts';
import { createTestProject } from '../../testing/create-test-project.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { countFiltered } from './count-filtered.ts';

let test: TestContext;
let context: AppContext;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
});
afterAll(() => test.stop());

it('ends what takes too long, and leaves the connection as it was', async () => {
  const { database } = context;
  const start = performance.now();
  expect(await inTime(database, 100, (connection) => connection.query('SELECT pg_sleep(20)'))).toBeNull();
  expect(performance.now() - start).toBeLessThan(5_000);
  await expect(inTime(database, 100, (connection) => connection.query('SELECT nothing'))).rejects.toThrow(
    'nothing',
  );
  const { rows } = await database.pool.query<{ statement_timeout: string }>('SHOW statement_timeout');
  expect(rows).toEqual([{ statement_timeout: '0' }]);
});

/** Lists that take long to look through: as many customers, each with as many items. */
const addLists = async (projectId: string, count: number, items: number): Promise<void> => {
  await context.database.pool.query(
    `INSERT INTO customer (id, project_id, attributes)
     SELECT new_uuid(), $1, jsonb_build_object('tags', l.tags, 'isOdd', n % 2 = 1) FROM generate_series(1, $2::int) n,
       (SELECT jsonb_agg('tag ' || i) AS tags FROM generate_series(1, $3::int) i) l`,
    [projectId, count, items],
  );
};

const hasNo = (tag: string): CustomerFilter['groups'][number]['conditions'][number] => ({
  kind: 'attribute',
  property: 'tags',
  type: 'list',
  operator: 'has_not',
  values: [tag],
});

it('reckons from a sample what takes too long to count', async () => {
  const { projectId } = await createTestProject(context);
  await addLists(projectId, 30_000, 40);
  const slow = Array.from({ length: 20 }, (_, index) => hasNo(`no ${index}`));
  const filter: CustomerFilter = {
    match: 'all',
    groups: [
      { match: 'all', conditions: slow },
      {
        match: 'all',
        conditions: [
          { kind: 'attribute', property: 'isOdd', type: 'boolean', operator: 'is_true', values: [] },
        ],
      },
    ],
  };
  const start = performance.now();
  const counted = await countFiltered(context, projectId, filter);
  expect(performance.now() - start).toBeLessThan(10_000);
  expect(counted).toMatchObject({ isEstimate: true, total: 30_000 });
  expect(Math.abs(counted.count - 15_000)).toBeLessThan(3_000);
  expect(counted.sample).toHaveLength(5);
});

it('says so when even a sample takes too long', async () => {
  const { projectId } = await createTestProject(context);
  await addLists(projectId, 2_000, 1_000);
  const conditions = Array.from({ length: 20 }, (_, index) => hasNo(`no ${index}`));
  const filter: CustomerFilter = { match: 'all', groups: [{ match: 'all', conditions }] };
  await expect(countFiltered(context, projectId, filter)).rejects.toMatchObject({ code: 'too_slow' });
});
