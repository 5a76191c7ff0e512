import { describe, expect, it } from 'vitest';
import { createDocument, drawDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import { beginOnMonday, monday } from '../../testing/begin-on-monday.ts';
import { addPastEvents, forecastOnly } from '../../testing/forecast-only.ts';
import { createTestCampaign, type TestCampaign } from '../../testing/create-test-campaign.ts';
import { forecastStart } from './forecast.ts';

let context: AppContext;
beginOnMonday((ground) => {
  ({ context } = ground);
});

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

const only = (campaign: TestCampaign, longestMs?: number) => forecastOnly(context, campaign, longestMs);

const addEvents = (
  campaign: TestCampaign,
  events: Parameters<typeof addPastEvents>[2]['events'],
): Promise<void> => addPastEvents(context, campaign, { before: monday, events });

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
