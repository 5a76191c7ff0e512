import { afterAll, beforeAll, expect, it } from 'vitest';
import { endpoints } from '@curlew/contract';
import type { FilterFacts } from '@curlew/scenario';
import type { AppContext } from '../../app-context.ts';
import { addFilterCustomers } from '../../testing/add-filter-customers.ts';
import { oddValues } from '../../testing/odd-values.ts';
import { createTestProject } from '../../testing/create-test-project.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { declareAttributes } from '../customers/service.ts';
import { describeData } from './describe-data.ts';

let test: TestContext;
let context: AppContext;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
});
afterAll(() => test.stop());

const at = (text: string): number => Date.parse(text);
const customer = (
  attributes: FilterFacts['attributes'],
  events: FilterFacts['events'] = [],
): FilterFacts => ({ attributes, events, grantedConsents: new Set() });

it('describes nothing', async () => {
  const { projectId } = await createTestProject(context);
  expect(await describeData(context, projectId)).toEqual({ sampled: null, attributes: [], events: [] });
});

it('describes attributes and events of its own project only', async () => {
  const { projectId } = await createTestProject(context);
  const other = await createTestProject(context);
  await addFilterCustomers(context, projectId, [
    customer({ phone: '', city: 'Praha', points: 10, tags: ['a', 'b'] }, [
      { type: 'visit', timestamp: at('2026-11-20T10:00:00Z'), properties: {} },
      { type: 'purchase', timestamp: at('2026-11-21T10:00:00Z'), properties: { price: 10, voucher: null } },
      { type: 'purchase', timestamp: at('2026-11-22T10:00:00Z'), properties: { price: 12.5, paid: true } },
    ]),
    customer({ phone: null, city: 'Praha', points: '7', tags: [] }),
    customer({ phone: '', city: 'Brno', birthday: '1980-02-29' }),
    customer({ phone: '', city: '' }),
  ]);
  await addFilterCustomers(context, other.projectId, [
    customer({ secret: 'theirs' }, [
      { type: 'theirs', timestamp: at('2026-11-22T10:00:00Z'), properties: {} },
    ]),
  ]);
  await declareAttributes(context.database.pool, projectId, [
    { name: 'points', type: 'number' },
    { name: 'since', type: 'date' },
  ]);
  await declareAttributes(context.database.pool, other.projectId, [{ name: 'city', type: 'list' }]);
  expect(await describeData(context, projectId)).toEqual({
    sampled: null,
    attributes: [
      { name: 'city', type: 'text', share: 0.75, examples: ['Praha', 'Brno'] },
      { name: 'points', type: 'number', share: 0.5, examples: ['10', '7'] },
      { name: 'birthday', type: 'date', share: 0.25, examples: ['1980-02-29'] },
      { name: 'tags', type: 'list', share: 0.25, examples: ['a'] },
      { name: 'since', type: 'date', share: 0, examples: [] },
    ],
    events: [
      {
        type: 'purchase',
        count: 2,
        isEstimate: false,
        lastSeenAt: '2026-11-22T10:00:00.000Z',
        properties: [
          { name: 'price', type: 'number', examples: ['10', '12.5'] },
          { name: 'paid', type: 'boolean', examples: ['true'] },
        ],
      },
      { type: 'visit', count: 1, isEstimate: false, lastSeenAt: '2026-11-20T10:00:00.000Z', properties: [] },
    ],
  });
});

it('describes whatever values there are', async () => {
  const { projectId } = await createTestProject(context);
  await addFilterCustomers(
    context,
    projectId,
    oddValues.map((thing) => customer({ thing }, [{ type: 'odd', timestamp: 0, properties: { thing } }])),
  );
  const description = await describeData(context, projectId);
  expect(endpoints.describeData.reply.parse(description)).toEqual(description);
  const thing = description.attributes.find(({ name }) => name === 'thing');
  expect(thing?.share).toBeGreaterThan(0.8);
  expect(thing?.examples.length).toBe(3);
});

it('looks at a sample of many, and reckons', async () => {
  const { projectId } = await createTestProject(context);
  const { pool } = context.database;
  await pool.query(
    `INSERT INTO customer (id, project_id, attributes)
     SELECT new_uuid(), $1, jsonb_build_object('even', n % 2 = 0) FROM generate_series(1, 1200) n`,
    [projectId],
  );
  await pool.query(
    `INSERT INTO customer_event (id, project_id, customer_id, type, timestamp, properties)
     SELECT new_uuid(), $1, c.id, 'visit', now(), '{"page": "/"}' FROM customer c, generate_series(1, 10)
     WHERE c.project_id = $1`,
    [projectId],
  );
  const { sampled, attributes, events } = await describeData(context, projectId);
  expect(sampled).toBe(1_000);
  expect(attributes).toEqual([{ name: 'even', type: 'boolean', share: 1, examples: expect.any(Array) }]);
  expect(events).toMatchObject([
    { type: 'visit', count: 12_000, isEstimate: true, properties: [{ name: 'page' }] },
  ]);
});
