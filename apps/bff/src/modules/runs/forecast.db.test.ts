import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TriggerForecast } from '@curlew/contract';
import { createDocument, drawDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import { createTestCampaign, type TestCampaign } from '../../testing/create-test-campaign.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { forecastStart } from './forecast.ts';

const monday = Date.parse('2026-11-23T10:00:00Z');
const hourMs = 3_600_000;
const clock = { now: monday };
let test: TestContext;
let context: AppContext;

beforeAll(async () => {
  test = await createTestContext({ now: () => new Date(clock.now) });
  ({ context } = test);
});
beforeEach(() => {
  clock.now = monday;
});
afterAll(() => test.stop());

const readTraces = async (projectId: string): Promise<number> => {
  const { rows } = await context.database.pool.query<{ count: number }>(
    `SELECT sum(n)::int AS count FROM (SELECT count(*) AS n FROM scenario_version WHERE project_id = $1
       UNION ALL SELECT count(*) FROM run WHERE project_id = $1
       UNION ALL SELECT count(*) FROM enrolment WHERE project_id = $1
       UNION ALL SELECT count(*) FROM limit_count WHERE project_id = $1
       UNION ALL SELECT count(*) FROM node_count WHERE project_id = $1) counted`,
    [projectId],
  );
  return rows[0]?.count ?? 0;
};

const only = async ({ start }: TestCampaign, longestMs?: number): Promise<TriggerForecast> => {
  const { triggers } = await forecastStart(context, start, longestMs === undefined ? {} : { longestMs });
  const [trigger] = triggers;
  if (!trigger || triggers.length > 1) throw new Error(`there are ${triggers.length} triggers`);
  return trigger;
};

const addEvents = async (
  { projectId, customerIds }: TestCampaign,
  events: readonly (readonly [customer: number, type: string, hoursAgo: number, properties?: object])[],
): Promise<void> => {
  await context.database.pool.query(
    `INSERT INTO customer_event (id, project_id, customer_id, type, timestamp, properties)
     SELECT new_uuid(), $1, e.* FROM unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::jsonb[]) AS e`,
    [
      projectId,
      events.map(([customer]) => customerIds[customer]),
      events.map(([, type]) => type),
      events.map(([, , hoursAgo]) => new Date(monday - hoursAgo * hourMs)),
      events.map(([, , , properties = {}]) => JSON.stringify(properties)),
    ],
  );
};

const cityIs = (city: string) => ({
  // What the settings hold is the test's own matter.
  filter: {
    match: 'all',
    groups: [
      {
        match: 'all',
        conditions: [{ kind: 'attribute', property: 'city', type: 'text', operator: 'is', values: [city] }],
      },
    ],
  } as never,
});

describe('of everyone', () => {
  it('says what the walk will do and who is refused, and writes nothing', async () => {
    const campaign = await createTestCampaign(context, {
      document: ({ marketingId }) => createDocument({ consentCategoryId: marketingId }),
      customers: [{ phone: null }, { e164: null, phone: 'n/a' }, { attributes: { first_name: 'Cyd' } }, {}],
    });
    await context.database.pool.query(
      `INSERT INTO consent (customer_id, category_id, project_id, is_granted, source, since, event_id)
       VALUES ($1, $2, $3, true, 'test', now(), $1)`,
      [campaign.customerIds[3], campaign.marketingId, campaign.projectId],
    );
    const forecast = await forecastStart(context, campaign.start);
    expect(forecast).toMatchObject({ revision: 0, issues: [], customers: 4, assumptions: [] });
    const unpriced = { sums: [], unpriced: [{ country: null, parts: 1 }] };
    const [trigger] = forecast.triggers;
    expect(trigger).toMatchObject({
      per: 'start',
      entries: 4,
      nextAt: null,
      sampled: null,
      nodes: [{ nodeId: 'sms-1', messages: 1, parts: 1, refused: 3, cost: unpriced }],
      cost: unpriced,
    });
    const refusals = new Map(trigger?.refusals.map(({ type, ...row }) => [type, row]));
    expect([...refusals.keys()].toSorted()).toEqual(['consent', 'invalid_phone', 'no_phone']);
    expect(refusals.get('consent')).toEqual({
      nodeId: 'sms-1',
      status: 'suppressed',
      count: 1,
      customers: [{ id: campaign.customerIds[2], name: 'Cyd' }],
    });
    expect(await readTraces(campaign.projectId)).toBe(0);
  });

  it('names at most twenty of those who are refused', async () => {
    const customers = Array.from({ length: 25 }, () => ({ phone: null }));
    const campaign = await createTestCampaign(context, { document: createDocument(), customers });
    const { refusals } = await only(campaign);
    expect(refusals).toMatchObject([{ type: 'no_phone', count: 25 }]);
    expect(new Set(refusals[0]?.customers.map(({ id }) => id)).size).toBe(20);
  });

  it('says what the parts cost by the prices in force, of each country', async () => {
    const campaign = await createTestCampaign(context, {
      document: createDocument(),
      customers: manyCustomers(4),
    });
    const { pool } = context.database;
    await pool.query(
      `UPDATE customer SET phone_country = CASE id WHEN $2 THEN 'FR' ELSE 'SK' END WHERE project_id = $1`,
      [campaign.projectId, campaign.customerIds[0]],
    );
    await pool.query(
      `INSERT INTO price (project_id, integration_id, country, valid_from, currency, price)
       SELECT project_id, id, 'SK', p.valid_from, 'EUR', p.price FROM integration,
         (VALUES ('2020-01-01'::date, 0.0415), ('2999-01-01'::date, 9)) AS p(valid_from, price)
       WHERE project_id = $1`,
      [campaign.projectId],
    );
    const cost = { sums: [{ currency: 'EUR', amount: '0.1245' }], unpriced: [{ country: 'FR', parts: 1 }] };
    expect(await only(campaign)).toMatchObject({ cost, nodes: [{ cost }] });
  });

  it('that takes too long is estimated from those there was time for', async () => {
    const campaign = await createTestCampaign(context, {
      document: createDocument(),
      customers: manyCustomers(5),
    });
    expect(await only(campaign, 0)).toMatchObject({
      entries: 5,
      sampled: 1,
      nodes: [{ nodeId: 'sms-1', messages: 5, parts: 5, refused: 0 }],
    });
  });

  it('asks conditions of what customers have and did, and what the walk wrote', async () => {
    const document = drawDocument(
      [
        ['now', 'now'],
        ['if', 'condition', cityIs('Brno')],
        ['set', 'set_attribute', { attributes: [{ name: 'city', type: 'text', value: 'Brno' }] }],
        ['again', 'condition', cityIs('Brno')],
        [
          'bought',
          'condition',
          {
            filter: {
              match: 'all',
              groups: [
                {
                  match: 'all',
                  conditions: [
                    { kind: 'event', event: 'buy', did: true, atLeast: 2, withinDays: 7, where: [] },
                  ],
                },
              ],
            },
          } as never,
        ],
        ['sms', 'sms'],
        ['other', 'sms'],
      ],
      [
        'now > if',
        'if.match > bought',
        'if.no_match > set',
        'set > again',
        'again.match > other',
        'bought.match > sms',
      ],
    );
    const customers = [
      { attributes: { city: 'Brno' } },
      { attributes: { city: 'Brno' } },
      { attributes: { city: 'Praha' } },
    ];
    const campaign = await createTestCampaign(context, { document, customers });
    await addEvents(campaign, [
      [0, 'buy', 1],
      [0, 'buy', 2],
      [1, 'buy', 1],
      [1, 'buy', 200],
    ]);
    const { nodes } = await only(campaign);
    expect(nodes.map(({ nodeId, messages }) => [nodeId, messages])).toEqual([
      ['sms', 1],
      ['other', 1],
    ]);
  });

  it('counts limits over all triggers, takes events as if they never came, and calls nobody', async () => {
    const document = drawDocument(
      [
        ['now', 'now'],
        ['date', 'on_date', { date: '2026-11-24', time: '09:00' }],
        ['few', 'limit', { most: 3 }],
        ['wait', 'wait', { mode: 'event', event: 'buy' }],
        ['sms', 'sms'],
        ['hook', 'webhook', { url: 'http://127.0.0.1:9/' }],
        ['late', 'sms'],
      ],
      [
        'now > few',
        'date > few',
        'few.pass > wait',
        'wait.event > sms',
        'wait.timeout > hook',
        'hook.ok > late',
      ],
    );
    const campaign = await createTestCampaign(context, { document, customers: manyCustomers(5) });
    await addEvents(campaign, [[0, 'buy', 1]]);
    const { triggers, assumptions } = await forecastStart(context, campaign.start);
    expect(assumptions).toEqual(['events_never_come', 'webhooks_answer', 'as_of_now']);
    expect(triggers).toMatchObject([
      { nodeId: 'now', entries: 5, nextAt: null },
      { nodeId: 'date', entries: 5, nextAt: '2026-11-24T09:00:00.000Z' },
    ]);
    const messages = triggers.flatMap(({ nodes }) => nodes).filter(({ nodeId }) => nodeId === 'late');
    // Now comes first and fills it, so that nobody passes on the date.
    expect(messages.map((node) => node.messages)).toEqual([3]);
    expect(triggers[0]?.nodes.map(({ nodeId }) => nodeId)).toEqual(['late']);
    expect(triggers.flatMap(({ nodes }) => nodes).some(({ nodeId }) => nodeId === 'sms')).toBe(false);
  });
});

it('fills a limit in the order in which triggers let somebody in, however they are drawn', async () => {
  const document = drawDocument(
    [
      ['call', 'api'],
      ['later', 'on_date', { date: '2026-12-24', time: '09:00' }],
      ['sooner', 'on_date', { date: '2026-11-24', time: '09:00' }],
      ['few', 'limit', { most: 7 }],
      ['sms', 'sms'],
    ],
    ['call > few', 'later > few', 'sooner > few', 'few.pass > sms'],
  );
  const campaign = await createTestCampaign(context, { document, customers: manyCustomers(5) });
  const { triggers } = await forecastStart(context, campaign.start);
  expect(triggers.map(({ nodeId, nodes: [sms] }) => [nodeId, sms?.messages ?? 0])).toEqual([
    ['call', 0],
    ['later', 2],
    ['sooner', 5],
  ]);
});

describe('of each trigger', () => {
  const from = (trigger: Parameters<typeof drawDocument>[0][number], message?: string) =>
    drawDocument(
      [
        trigger,
        message === undefined
          ? ['sms', 'sms']
          : ['sms', 'sms', { versions: [{ language: 'en', message }], maximumParts: 1 }],
      ],
      [`${trigger[0]} > sms`],
    );

  it('says when a repeat comes next, and of a call what a hundred of them come to', async () => {
    const repeat = await createTestCampaign(context, {
      document: from(['each', 'repeat', { cron: '0 9 * * *', timeZone: 'Europe/Bratislava' }]),
      customers: manyCustomers(4),
    });
    expect(await only(repeat)).toMatchObject({
      per: 'time',
      entries: 4,
      nextAt: '2026-11-24T08:00:00.000Z',
      nodes: [{ messages: 4 }],
    });
    const api = await createTestCampaign(context, {
      document: from(['call', 'api']),
      customers: [{}, {}, {}, { phone: null }],
    });
    expect(await only(api)).toMatchObject({
      per: 'hundred_calls',
      entries: 100,
      sampled: null,
      nodes: [{ messages: 75, refused: 25 }],
      refusals: [{ type: 'no_phone', count: 25, customers: [{ id: api.customerIds[3] }] }],
    });
  });

  it('says how many days of customers come within a week, where they live', async () => {
    const day = (offset: number): string =>
      new Date(monday + offset * 24 * hourMs).toISOString().slice(5, 10);
    const born = (offset: number, more: object = {}) => ({
      attributes: { birthday: `1990-${day(offset)}`, ...more },
    });
    const campaign = await createTestCampaign(context, {
      document: from([
        'birthday',
        'date_attribute',
        { attribute: 'birthday', repeat: 'yearly', offsetDays: 0, time: '09:00', timeZone: 'customer' },
      ]),
      customers: [
        born(0),
        // There it is not nine yet.
        born(0, { time_zone: 'America/New_York' }),
        born(1),
        born(7),
        born(8),
        { attributes: { birthday: 'soon' } },
        {},
      ],
    });
    expect(await only(campaign)).toMatchObject({
      per: 'week',
      entries: 3,
      sampled: null,
      nodes: [{ messages: 3 }],
      nextAt: expect.stringMatching(/^2026-11-23T/),
    });
  });

  it('says how many a day an event lets in, each walked with an event that happened', async () => {
    const campaign = await createTestCampaign(context, {
      document: from(
        [
          'buy',
          'on_event',
          {
            event: 'buy',
            where: [{ property: 'total', type: 'number', operator: 'more', values: ['10'] }],
          },
        ],
        '{{ "x" * event.total }}',
      ),
      customers: manyCustomers(3),
    });
    await addEvents(campaign, [
      ...Array.from({ length: 45 }, (_, index) => [0, 'buy', index + 1, { total: 20 }] as const),
      ...Array.from({ length: 15 }, (_, index) => [1, 'buy', index + 1, { total: 900 }] as const),
      [2, 'buy', 1, { total: 5 }],
      [2, 'look', 1, { total: 50 }],
      [2, 'buy', 31 * 24, { total: 50 }],
    ]);
    expect(await only(campaign)).toMatchObject({
      per: 'day',
      entries: 2,
      sampled: 60,
      nodes: [{ messages: 2, refused: 1 }],
      refusals: [{ type: 'message_too_long', count: 1, customers: [{ id: campaign.customerIds[1] }] }],
    });
  });

  it('lets each customer in as often as re-entry does', async () => {
    const entries = async (reentry: object, hasEntered = false): Promise<number | null> => {
      const campaign = await createTestCampaign(context, {
        document: from(['buy', 'on_event', { event: 'buy', reentry: reentry as never }]),
        customers: manyCustomers(3),
      });
      await addEvents(
        campaign,
        [0, 1, 2].flatMap((customer) =>
          Array.from({ length: 20 }, (_, index) => [customer, 'buy', index * 30 + 1] as const),
        ),
      );
      if (hasEntered)
        await context.database.pool.query(
          `INSERT INTO last_entry (scenario_id, node_id, customer_id, project_id, at) VALUES ($1, 'buy', $2, $3, now())`,
          [campaign.scenarioId, campaign.customerIds[0], campaign.projectId],
        );
      return (await only(campaign)).entries;
    };
    expect(await entries({ mode: 'unlimited', days: 0 })).toBe(2);
    expect(await entries({ mode: 'once', days: 0 })).toBe(0.1);
    expect(await entries({ mode: 'once', days: 0 }, true)).toBe(0.1);
    expect(await entries({ mode: 'period', days: 3 })).toBe(1);
  });

  it('of an event that nobody did lets nobody in', async () => {
    const campaign = await createTestCampaign(context, {
      document: from(['buy', 'on_event', { event: 'buy' }]),
    });
    expect(await only(campaign)).toMatchObject({ per: 'day', entries: 0, nodes: [], refusals: [] });
  });
});
