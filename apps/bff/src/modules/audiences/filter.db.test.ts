import { afterAll, beforeAll, expect, it } from 'vitest';
import * as fc from 'fast-check';
import {
  comparisonTypes,
  createFilterTest,
  operatorsOf,
  type Comparison,
  type CustomerFilter,
  type FilterFacts,
} from '@curlew/scenario';
import { anyFilter, anyFilterFacts, filterNow } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { addFilterCustomers } from '../../testing/add-filter-customers.ts';
import { oddValues } from '../../testing/odd-values.ts';
import { createTestProject, type TestProject } from '../../testing/create-test-project.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { compileFilter } from './compile-filter.ts';

let test: TestContext;
let context: AppContext;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
});
afterAll(() => test.stop());

const clock = { now: filterNow, timeZone: 'Europe/London' };

/** A project with these customers, and who of them meets a filter, asked both ways. */
const settle = async (customers: readonly FilterFacts[]) => {
  const project: TestProject = await createTestProject(context);
  const ids = await addFilterCustomers(context, project.projectId, customers);
  const askDatabase = async (filter: CustomerFilter, isForFew: boolean): Promise<number[]> => {
    const { projectId } = project;
    const { sql, values } = compileFilter(filter, {
      projectId,
      ...clock,
      generalCategories: new Set(),
      isForFew,
    });
    const { rows } = await context.database.pool.query<{ id: string }>(
      `SELECT c.id FROM customer c WHERE c.project_id = $1::uuid AND ${sql}`,
      [...values],
    );
    return rows.map(({ id }) => ids.indexOf(id)).sort((one, other) => one - other);
  };
  const askPackage = (filter: CustomerFilter): number[] => {
    const isMet = createFilterTest(filter, clock);
    return customers.flatMap((facts, index) => (isMet(facts) ? [index] : []));
  };
  return { project, askDatabase, askPackage };
};

it('finds those whom the filter itself finds', async () => {
  const customers = fc.sample(anyFilterFacts, { numRuns: 120, seed: 7 });
  const { project, askDatabase, askPackage } = await settle(customers);
  const categories = new Set(customers.flatMap(({ grantedConsents }) => [...grantedConsents]));
  await context.database.prisma.consentCategory.createMany({
    data: Array.from(categories, (id) => ({
      id,
      projectId: project.projectId,
      name: id,
      kind: 'consent' as const,
    })),
  });
  let met = 0;
  await fc.assert(
    fc.asyncProperty(anyFilter, async (filter) => {
      const expected = askPackage(filter);
      met += expected.length === customers.length ? 0 : expected.length;
      expect(await askDatabase(filter, false)).toEqual(expected);
      expect(await askDatabase(filter, true)).toEqual(expected);
    }),
    { numRuns: 400, seed: 11 },
  );
  expect(met).toBeGreaterThan(400);
}, 120_000);

const askedOf: { readonly [T in Comparison['type']]: readonly (readonly [string, string])[] } = {
  text: [
    'a',
    'A',
    '%',
    '_',
    '\\',
    "'",
    'true',
    '1',
    '1.5',
    '0',
    '-0',
    '007',
    '👍',
    '9007199254740991',
    '9007199254740992',
    '1699999999',
  ].map((text) => [text, 'z'] as const),
  number: [
    ['1', '2'],
    ['-1', '0'],
    ['0.1', '1.5'],
    [' 5 ', '7'],
    ['.5', '+5'],
    ['9007199254740992', '9'.repeat(100)],
    ['1700000000', '1700000001'],
  ],
  boolean: [['', '']],
  date: [
    ['2026-11-22', '2026-11-23'],
    ['2026-07-01', '2026-07-02'],
    ['2000-02-29', '2028-02-29'],
    ['2023-11-14', '2023-11-15'],
    ['1969-12-31', '1970-01-01'],
    ['1970-01-01', '1970-01-01'],
    ['1840-06-14', '1840-06-15'],
    ['9999-12-31', '9999-12-31'],
    ['1', '1'],
    ['99999', '1'],
  ],
  list: ['a', '1', '1.5', 'true', '2', 'null', ''].map((text) => [text, ''] as const),
};

const anyOdd: Comparison[] = comparisonTypes.flatMap((type) =>
  operatorsOf[type].flatMap((operator) =>
    askedOf[type].map((values) => ({ property: 'thing', type, operator, values: [...values] })),
  ),
);

it('reads odd values as the filter itself does, and never fails', async () => {
  const customers = [
    ...oddValues.map((thing): FilterFacts => ({
      attributes: { thing },
      events: [],
      grantedConsents: new Set(),
    })),
    { attributes: {}, events: [], grantedConsents: new Set<string>() },
    { attributes: { Thing: 'a', ' thing': 'a' }, events: [], grantedConsents: new Set<string>() },
  ];
  const { askDatabase, askPackage } = await settle(customers);
  expect(anyOdd.length).toBeGreaterThan(200);
  const differences: unknown[] = [];
  for (const comparison of anyOdd) {
    const filter: CustomerFilter = {
      match: 'all',
      groups: [{ match: 'all', conditions: [{ kind: 'attribute', ...comparison }] }],
    };
    const expected = new Set(askPackage(filter));
    const found = new Set(await askDatabase(filter, false));
    for (const [index, { attributes }] of customers.entries())
      if (expected.has(index) !== found.has(index))
        differences.push([comparison, attributes, found.has(index)]);
  }
  expect(differences).toEqual([]);
}, 120_000);

it('takes consents that ran out, were revoked or whose category is gone for none', async () => {
  const nobody: FilterFacts = { attributes: {}, events: [], grantedConsents: new Set() };
  const { project, askDatabase } = await settle([nobody, nobody, nobody, nobody, nobody]);
  const { projectId, marketingId } = project;
  const { pool } = context.database;
  const { rows } = await pool.query<{ id: string }>(
    'SELECT id FROM customer WHERE project_id = $1 ORDER BY id',
    [projectId],
  );
  const at = (ms: number): Date => new Date(filterNow + ms);
  const states = [
    [true, null],
    [true, at(1_000)],
    [true, at(0)],
    [false, null],
  ] as const;
  for (const [index, [isGranted, validUntil]] of states.entries()) {
    await pool.query(
      `INSERT INTO consent (customer_id, category_id, project_id, is_granted, valid_until, source, since, event_id)
       VALUES ($1, $2, $3, $4, $5, 'test', now(), $1)`,
      [rows[index]?.id, marketingId, projectId, isGranted, validUntil],
    );
  }
  const filter = (isGranted: boolean): CustomerFilter => ({
    match: 'all',
    groups: [{ match: 'all', conditions: [{ kind: 'consent', categoryId: marketingId, isGranted }] }],
  });
  expect(await askDatabase(filter(true), false)).toEqual([0, 1]);
  expect(await askDatabase(filter(false), false)).toEqual([2, 3, 4]);
  await pool.query('DELETE FROM consent_category WHERE id = $1', [marketingId]);
  expect(await askDatabase(filter(true), true)).toEqual([]);
  expect(await askDatabase(filter(false), true)).toEqual([0, 1, 2, 3, 4]);
});
