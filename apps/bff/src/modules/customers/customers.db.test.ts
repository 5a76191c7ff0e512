import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppContext } from '../../app-context.ts';
import { newId } from '../../new-id.ts';
import { createTestProject, type TestProject } from '../../testing/create-test-project.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { addCustomerEvents } from './add-events.ts';
import { changeCustomers, type CustomerChange } from './change-customers.ts';
import { listCustomerEvents, listEvents } from './list-events.ts';
import { describePhone } from './phone.ts';
import {
  countCustomers,
  countPhoneCountries,
  describeCustomer,
  listCustomers,
  loadCustomerFacts,
  loadCustomerFactsPage,
  pickCustomers,
} from './service.ts';

let test: TestContext;
let context: AppContext;
let project: TestProject;
let other: TestProject;

const write = async ({ projectId }: TestProject, changes: readonly Partial<CustomerChange>[]) => {
  const whole = changes.map((change, index): CustomerChange => {
    const attributes = change.attributes ?? {};
    const phone = describePhone(attributes, { defaultCountry: null });
    return { ids: [{ kind: 'registered', value: `R-${index}` }], consents: [], ...change, attributes, phone };
  });
  const settings = { projectId, source: 'test', now: context.now() };
  const assignments = await context.database.transaction((connection) =>
    changeCustomers(connection, settings, whole),
  );
  return assignments.map((assignment) => (assignment.ok ? assignment.customerId : ''));
};

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
});
afterAll(() => test.stop());

describe('customers', () => {
  let ids: string[];

  beforeAll(async () => {
    project = await createTestProject(context);
    other = await createTestProject(context);
    ids = await write(project, [
      {
        attributes: {
          first_name: 'Zoë',
          last_name: 'Müller',
          email: 'zoe@example.com',
          phone: '+44 7700 900123',
        },
      },
      { attributes: { first_name: '100%', phone: 'n/a', language: 'de', country: 'DE' } },
      {
        attributes: { phone: '+1 212 555 0123' },
        consents: [{ categoryId: project.marketingId, isGranted: true }],
      },
      { ids: [{ kind: 'cookie', value: 'c_1' }], attributes: { last_name: 'O’Connor' } },
    ]);
    await write(other, [{ attributes: { first_name: 'Zoë' } }]);
  });

  const search = async (text: string) => {
    const { items } = await listCustomers(context, project.projectId, { search: text, limit: 50 });
    return items.map(({ id }) => ids.indexOf(id));
  };

  it.each([
    ['', [0, 1, 2, 3]],
    ['zoe mull', [0]],
    ['ZOË', [0]],
    ['zoe@', [0]],
    ['07700 900-123', [0]],
    ['r-2', [2]],
    ['c_1', [3]],
    ['%', [1]],
    ['_', [3]],
    ['\\', []],
    ['nobody', []],
  ])('are found by %j', async (text, found) => expect(await search(text)).toEqual(found));

  it('say who they are and why no message can reach them', async () => {
    const { items } = await listCustomers(context, project.projectId, { search: '', limit: 50 });
    expect(items.map(({ name, phone, phoneProblem }) => [name, phone, phoneProblem])).toEqual([
      ['Zoë Müller', '+44 7700 900123', null],
      ['100%', 'n/a', 'invalid_phone'],
      ['R-2', '+1 212 555 0123', 'us_not_enabled'],
      ['O’Connor', null, 'no_phone'],
    ]);
    expect(items[1]).toMatchObject({ language: 'de', country: 'DE', email: null });
    await context.database.pool.query('UPDATE project SET is_us_enabled = true WHERE id = $1', [
      project.projectId,
    ]);
    const after = await listCustomers(context, project.projectId, { search: 'r-2', limit: 50 });
    expect(after.items[0]?.phoneProblem).toBeNull();
  });

  it('are described with ids, attributes and consents', async () => {
    const where = { projectId: project.projectId, customerId: ids[2] ?? '' };
    expect(await describeCustomer(context, where)).toMatchObject({
      name: 'R-2',
      ids: { registered: ['R-2'] },
      attributes: { phone: '+1 212 555 0123' },
      phoneE164: '+12125550123',
      consents: [{ categoryName: 'Marketing', status: 'granted', source: 'test' }],
    });
  });

  it('are not found from another project', async () => {
    const where = { projectId: other.projectId, customerId: ids[0] ?? '' };
    await expect(describeCustomer(context, where)).rejects.toMatchObject({ code: 'not_found' });
    await expect(listCustomerEvents(context, where, { limit: 1 })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect((await loadCustomerFacts(context.database.pool, other.projectId, ids)).size).toBe(0);
    const { items } = await listCustomers(context, other.projectId, { search: 'zoë', limit: 50 });
    expect(items).toHaveLength(1);
    expect(ids).not.toContain(items[0]?.id);
  });

  it('count a consent only until it ends', async () => {
    const { pool } = context.database;
    const granted = async () => {
      const facts = await loadCustomerFacts(pool, project.projectId, [ids[2] ?? '']);
      return facts.get(ids[2] ?? '')?.grantedConsents.size;
    };
    const end = (interval: string) =>
      pool.query(`UPDATE consent SET valid_until = now() + $2::interval WHERE customer_id = $1`, [
        ids[2],
        interval,
      ]);
    expect(await granted()).toBe(1);
    await end('1 hour');
    expect(await granted()).toBe(1);
    await end('-1 hour');
    expect(await granted()).toBe(0);
  });
});

describe('a customer whose phone changes', () => {
  it('is reachable again', async () => {
    const { pool } = context.database;
    const own = await createTestProject(context);
    const [id = ''] = await write(own, [{ attributes: { phone: '+447700900001' } }]);
    await pool.query('UPDATE customer SET is_unusable = true WHERE id = $1', [id]);
    const isUnusable = async () => (await loadCustomerFacts(pool, own.projectId, [id])).get(id)?.isUnusable;
    await write(own, [{ attributes: { phone: '+44 7700 900001' } }]);
    expect(await isUnusable()).toBe(true);
    await write(own, [{ attributes: { phone: '+44 7700 900002' } }]);
    expect(await isUnusable()).toBe(false);
  });
});

describe('many customers', () => {
  beforeAll(async () => {
    project = await createTestProject(context);
    await write(
      project,
      Array.from({ length: 1_250 }, (_, index) => ({ attributes: { first_name: `Name ${index}` } })),
    );
  });

  const pageThrough = async (onPage: () => Promise<void>) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listCustomers(context, project.projectId, { search: 'name', cursor, limit: 200 });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
      await onPage();
    } while (cursor !== undefined);
    return seen;
  };

  it('come in pages that neither repeat nor skip anyone, also while others are added and changed', async () => {
    let added = 5_000;
    const seen = await pageThrough(async () => {
      added += 1;
      await write(project, [
        { ids: [{ kind: 'registered', value: `N-${added}` }] },
        { ids: [{ kind: 'registered', value: 'R-3' }], attributes: { first_name: `Name ${added}` } },
      ]);
    });
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(1_250);
  });

  it('load as facts by page, by id and at random', async () => {
    const { pool } = context.database;
    const count = await countCustomers(pool, project.projectId);
    const paged: string[] = [];
    for (let after: string | null = null; ;) {
      const page = await loadCustomerFactsPage(pool, project.projectId, { after, limit: 500 });
      if (page.length === 0) break;
      paged.push(...page.map(({ id }) => id));
      after = paged.at(-1) ?? null;
    }
    expect(new Set(paged).size).toBe(count);
    const reversed = [...paged].reverse();
    expect([...(await loadCustomerFacts(pool, project.projectId, [...reversed, newId()])).keys()]).toEqual(
      reversed,
    );
    const sample = await pickCustomers(pool, project.projectId, 100);
    expect(new Set(sample).size).toBe(100);
    const again = await pickCustomers(pool, project.projectId, 100);
    expect(new Set([...sample, ...again]).size).toBeGreaterThan(100);
  });
});

describe('events', () => {
  it('come newest first, in pages, and by type; those of unknown customers are given back', async () => {
    const own = await createTestProject(context);
    const [customerId = ''] = await write(own, [{}]);
    const event = (minute: number, registered = 'R-0') => ({
      id: { kind: 'registered', value: registered },
      type: minute % 2 === 0 ? 'even' : 'odd',
      // Pairs of events at the same time.
      timestamp: new Date(Date.UTC(2026, 0, 1, 0, Math.floor(minute / 2))).toISOString(),
      properties: { minute },
    });
    const events = [...Array.from({ length: 25 }, (_, minute) => event(minute)), event(1, 'nobody')];
    const { unknown } = await context.database.transaction((connection) =>
      addCustomerEvents(connection, own.projectId, events),
    );
    expect(unknown).toEqual([event(1, 'nobody')]);
    const where = { projectId: own.projectId, customerId };
    const seen: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await listCustomerEvents(context, where, { limit: 4, cursor });
      seen.push(...page.items.map(({ properties }) => properties['minute']));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => 24 - index));
    const odd = await listCustomerEvents(context, where, { limit: 50, type: 'odd' });
    expect(odd.items).toHaveLength(12);
    const newest = await listEvents(context, own.projectId, { type: 'odd', limit: 2 });
    expect(newest.items).toMatchObject([
      { customerId, customerName: 'R-0', properties: { minute: 23 } },
      { customerId, customerName: 'R-0', properties: { minute: 21 } },
    ]);
    expect(await listEvents(context, project.projectId, { type: 'odd', limit: 2 })).toEqual({ items: [] });
    await expect(listCustomerEvents(context, where, { limit: 1, cursor: 'x' })).rejects.toMatchObject({
      code: 'bad_request',
    });
  });
});

it('phone numbers are counted by country, those of no country too, and only where there is one', async () => {
  const counted = await createTestProject(context);
  const phones = ['+447700900001', '+447700900002', '+421900000001', '+88213300000', 'none', undefined];
  await write(
    counted,
    phones.map((phone, index) => ({
      ids: [{ kind: 'registered', value: `P-${index}` }],
      attributes: phone === undefined ? {} : { phone },
    })),
  );
  expect(await countPhoneCountries(context.database.pool, counted.projectId)).toEqual([
    { country: 'GB', customerCount: 2 },
    { country: 'SK', customerCount: 1 },
    { country: null, customerCount: 1 },
  ]);
});
