import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CustomerFilter, FilterCondition, FilterFacts } from '@curlew/scenario';
import type { AppContext } from '../../app-context.ts';
import { addFilterCustomers } from '../../testing/add-filter-customers.ts';
import { createTestProject } from '../../testing/create-test-project.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { compileFilter } from './compile-filter.ts';
import { countFiltered } from './count-filtered.ts';
import { readSampleCount } from './store.ts';

let test: TestContext;
let context: AppContext;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
});
afterAll(() => test.stop());

const filterOf = (...conditions: FilterCondition[]): CustomerFilter => ({
  match: 'all',
  groups: [{ match: 'all', conditions }],
});
const cityIs = (city: string): CustomerFilter =>
  filterOf({ kind: 'attribute', property: 'city', type: 'text', operator: 'is', values: [city] });

const customers = (count: number, attributes: Record<string, unknown> = {}): FilterFacts[] =>
  Array.from({ length: count }, (_, index) => ({
    attributes: { first_name: `Ann ${index}`, city: index % 4 === 0 ? 'Praha' : 'Brno', ...attributes },
    events: [],
    grantedConsents: new Set(),
  }));

it('counts exactly and names the first five', async () => {
  const { projectId } = await createTestProject(context);
  const ids = await addFilterCustomers(context, projectId, customers(40));
  const names = [0, 4, 8, 12, 16].map((index) => ({ id: ids[index], name: `Ann ${index}` }));
  expect(await countFiltered(context, projectId, cityIs('Praha'))).toEqual({
    count: 10,
    isEstimate: false,
    total: 40,
    sample: names,
  });
  expect(await countFiltered(context, projectId, cityIs('Wien'))).toEqual({
    count: 0,
    isEstimate: false,
    total: 40,
    sample: [],
  });
  expect(await countFiltered(context, projectId, { match: 'all', groups: [] })).toMatchObject({ count: 40 });
});

it('names a customer without a name by an id', async () => {
  const { projectId } = await createTestProject(context);
  const nobody = { attributes: { city: 'Praha' }, events: [], grantedConsents: new Set<string>() };
  const [id = '', other = ''] = await addFilterCustomers(context, projectId, [nobody, nobody]);
  await context.database.pool.query(
    `INSERT INTO customer_identifier (project_id, kind, value, customer_id) VALUES ($1, 'cookie', 'c-1', $2)`,
    [projectId, other],
  );
  const { sample } = await countFiltered(context, projectId, cityIs('Praha'));
  expect(sample).toEqual([
    { id, name: id },
    { id: other, name: 'c-1' },
  ]);
});

it('sees nothing of other projects: customers, events, consents', async () => {
  const [ours, theirs] = [await createTestProject(context), await createTestProject(context)];
  const one: FilterFacts = {
    attributes: { city: 'Praha' },
    events: [{ type: 'purchase', timestamp: Date.now(), properties: {} }],
    grantedConsents: new Set([theirs.marketingId]),
  };
  await addFilterCustomers(context, theirs.projectId, [one, one]);
  const [id] = await addFilterCustomers(context, ours.projectId, [
    { ...one, events: [], grantedConsents: new Set() },
  ]);
  // Rows that no code of ours writes: of another project, and yet of our customer.
  await context.database.pool.query(
    `INSERT INTO consent (customer_id, category_id, project_id, is_granted, source, since, event_id)
     VALUES ($1, $2, $3, TRUE, 'test', now(), $1)`,
    [id, theirs.marketingId, theirs.projectId],
  );
  await context.database.pool.query(
    `INSERT INTO customer_event (id, project_id, customer_id, type, timestamp) VALUES ($1, $2, $1, 'purchase', now())`,
    [id, theirs.projectId],
  );
  const count = (filter: CustomerFilter) => countFiltered(context, ours.projectId, filter);
  expect(await count(cityIs('Praha'))).toMatchObject({ count: 1, total: 1 });
  const bought = { kind: 'event', event: 'purchase', did: true, withinDays: null, where: [] } as const;
  for (const atLeast of [1, 2])
    expect(await count(filterOf({ ...bought, where: [], atLeast }))).toMatchObject({ count: 0 });
  const granted = { kind: 'consent', categoryId: theirs.marketingId, isGranted: true } as const;
  expect(await count(filterOf(granted))).toMatchObject({ count: 0 });
});

it('knows general categories, which nobody has to agree to', async () => {
  const { projectId } = await createTestProject(context);
  await addFilterCustomers(context, projectId, customers(3));
  const general = await context.database.prisma.consentCategory.findFirstOrThrow({
    where: { projectId, kind: 'general' },
  });
  const filter = filterOf({ kind: 'consent', categoryId: general.id, isGranted: true });
  expect(await countFiltered(context, projectId, filter)).toMatchObject({ count: 3 });
});

it('reckons from a sample', async () => {
  const { projectId } = await createTestProject(context);
  await addFilterCustomers(context, projectId, customers(2_000));
  const compiled = compileFilter(cityIs('Praha'), {
    projectId,
    timeZone: 'UTC',
    now: 0,
    generalCategories: new Set(),
    isForFew: true,
  });
  const { count, looked, firstIds } = await context.database.transaction((connection) =>
    readSampleCount(connection, compiled, 800),
  );
  expect(looked).toBe(800);
  expect(firstIds).toHaveLength(5);
  // A quarter; eight standard deviations of chance.
  expect(Math.abs(count - 200)).toBeLessThan(8 * Math.sqrt(800 * 0.25 * 0.75));
});
