import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WalkFacts } from '@curlew/engine';
import { addTestCustomers } from '../../testing/add-test-customers.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { createTestProject } from '../../testing/create-test-project.ts';
import { loadCustomerFacts, loadNeededFacts } from './service.ts';

const long = 'x'.repeat(9_000);
const documents = [
  '{"city":"Košice","points":20.0,"big":12345678901234567890,"none":null,"phone":"+44 7700 900001","tags":["a",{"b":null}]}',
  `{"__proto__":{"a":1},"it's \\"quoted\\" \\\\ ₂":true,"born":"1990-02-03","city":"${long}","more":"${long}"}`,
  '{}',
];
const names = [
  'city',
  'points',
  'big',
  'none',
  'phone',
  'tags',
  '__proto__',
  'it\'s "quoted" \\ ₂',
  'born',
  'more',
];
let test: TestContext;
let projectId: string;
let customerIds: string[];

beforeAll(async () => {
  test = await createTestContext();
  ({ projectId } = await createTestProject(test.context));
  const { pool } = test.context.database;
  customerIds = await addTestCustomers(test.context, projectId, [{}, {}, {}]);
  await pool.query(
    'UPDATE customer SET attributes = n.attributes FROM unnest($1::uuid[], $2::jsonb[]) AS n (id, attributes) WHERE customer.id = n.id',
    [customerIds, documents],
  );
  await pool.query(`INSERT INTO customer_attribute (project_id, name, type) VALUES ($1, 'born', 'date')`, [
    projectId,
  ]);
  await pool.query(
    `INSERT INTO customer_identifier (project_id, customer_id, kind, value) VALUES ($1, $2, 'registered', 'r-1')`,
    [projectId, customerIds[0]],
  );
});
afterAll(() => test.stop());

const load = async (needs: WalkFacts, holds = false) => {
  const found = await test.context.database.transaction((connection) =>
    loadNeededFacts(connection, { projectId, customerIds, holds }, needs),
  );
  return new Map(found.map((customer) => [customer.id, customer]));
};

it.each([false, true])(
  'what is needed of customers is as it is when all is read (held: %s)',
  async (holds) => {
    const all = await loadCustomerFacts(test.context.database.pool, projectId, customerIds);
    expect(await load({ attributes: 'all', ids: true, consents: true }, holds)).toEqual(new Map(all));
    expect(await load({ attributes: names, ids: true, consents: true }, holds)).toEqual(new Map(all));
  },
);

it.each(names)('of all attributes %s alone is read', async (name) => {
  const all = await loadCustomerFacts(test.context.database.pool, projectId, customerIds);
  const found = await load({ attributes: [name], ids: false, consents: false });
  for (const [id, { attributes, stored = attributes }] of all) {
    const mine = found.get(id);
    const pick = (own: Readonly<Record<string, unknown>>) =>
      Object.entries(own).filter(([key]) => key === name);
    expect(Object.entries(mine?.attributes ?? { missing: true })).toEqual(pick(attributes));
    expect(Object.entries(mine?.stored ?? mine?.attributes ?? {})).toEqual(pick(stored));
    expect(mine?.ids).toEqual({});
  }
});

it('names that no attribute can have are asked for and not found', async () => {
  const odd = ['a\0b', '\ud800', 'city'];
  const found = await load({ attributes: odd, ids: false, consents: false });
  expect(found.get(customerIds[0] ?? '')?.attributes).toEqual({ city: 'Košice' });
  const none = await load({ attributes: ['\0'], ids: false, consents: false }, true);
  expect([...none.values()].map(({ attributes }) => attributes)).toEqual([{}, {}, {}]);
});

it('nothing, and more than are read one by one, are read too', async () => {
  const none = await load({ attributes: [], ids: false, consents: false });
  expect([...none.values()].map(({ attributes }) => attributes)).toEqual([{}, {}, {}]);
  const many = Array.from({ length: 60 }, (_, index) => `a${index}`);
  const found = await load({ attributes: [...many, 'city'], ids: false, consents: false });
  expect(found.get(customerIds[0] ?? '')?.attributes['city']).toBe('Košice');
});
