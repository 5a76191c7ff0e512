import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dryScriptSchema, type DryPeople, type DryRunReply, type DryScript } from '@curlew/contract';
import type { ScenarioDocument } from '@curlew/scenario';
import { createDocument, createFlow, createNode, createSmsSettings } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { newId } from '../../new-id.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import { createTestCampaign, type TestCampaign } from '../../testing/create-test-campaign.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { trackEvents } from '../customers/track-events.ts';
import { dryRunScenario } from './service.ts';
import { usualBounds } from './play.ts';

let test: TestContext;
let context: AppContext;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
});
afterAll(() => test.stop());

const startsAt = '2026-11-23T08:00:00Z';
const start = Date.parse(startsAt);
const hourMs = 3_600_000;

const dry = (
  { projectId, scenarioId }: TestCampaign,
  document: ScenarioDocument,
  {
    people,
    script = {},
    bounds = usualBounds,
  }: { people: DryPeople; script?: Partial<DryScript>; bounds?: typeof usualBounds },
): Promise<DryRunReply> =>
  dryRunScenario(
    context,
    { projectId, scenarioId, document, people, startsAt, script: dryScriptSchema.parse(script) },
    bounds,
  );

/** How many rows every table has. */
const readTraces = async (): Promise<Record<string, number>> => {
  const { pool } = context.database;
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const { rows } = await pool.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${name}`);
    counts[name] = rows[0]?.count ?? 0;
  }
  return counts;
};

const greeting = createSmsSettings({
  versions: [{ language: 'en', message: 'Hi {{ customer.first_name }}' }],
});
const bought = createNode('condition', {
  filter: {
    match: 'all',
    groups: [
      {
        match: 'all',
        conditions: [{ kind: 'event', event: 'buy', did: true, atLeast: 1, withinDays: 10, where: [] }],
      },
    ],
  },
});

/** Everything that would leave a trace in a true run. */
const busy = createFlow(
  [
    createNode('now'),
    createNode('set_attribute', { attributes: [{ name: 'seen', type: 'text', value: 'yes' }] }),
    createNode('track_event', { event: 'seen' }),
    createNode('webhook', { url: 'http://127.0.0.1:9/' }),
    createNode('limit', { most: 1 }),
    createNode('sms', greeting),
    createNode('wait', { mode: 'event', event: 'campaign', timeout: { amount: 1, unit: 'days' } }),
  ],
  [
    ['now', 'out', 'set_attribute'],
    ['set_attribute', 'out', 'track_event'],
    ['track_event', 'out', 'webhook'],
    ['webhook', 'ok', 'limit'],
    ['limit', 'pass', 'sms'],
    ['sms', 'out', 'wait'],
  ],
);

describe('a dry run', () => {
  it('writes nothing, sends nothing and calls nobody, whatever its nodes would do', async () => {
    const campaign = await createTestCampaign(context, { document: busy, customers: manyCustomers(2) });
    const before = await readTraces();
    const { issues, lives } = await dry(campaign, busy, {
      people: { kind: 'customers', ids: [...campaign.customerIds] },
    });
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(lives.map(({ steps }) => steps.at(-1)?.output)).toEqual(['event', 'full']);
    expect(lives[0]?.messages).toMatchObject([
      { nodeId: 'sms', text: 'Hi Customer 0', language: 'en', parts: 1 },
    ]);
    expect(lives[0]?.changes.map(({ kind }) => kind)).toEqual(['attributes', 'event']);
    expect(lives[0]?.events.map(({ status, type }) => status ?? type)).toEqual(['seen', 'enqueued', 'sent']);
    expect(await readTraces()).toEqual(before);
  });

  it('sees what the customer did before its start, and nothing of later', async () => {
    const document = createFlow(
      [createNode('now'), bought, createNode('sms', greeting)],
      [
        ['now', 'out', 'condition'],
        ['condition', 'match', 'sms'],
      ],
    );
    const campaign = await createTestCampaign(context, { document, customers: manyCustomers(3) });
    const moments = [start - 5 * 24 * hourMs, start + hourMs, start - 20 * 24 * hourMs];
    await context.database.transaction((connection) =>
      trackEvents(
        connection,
        campaign.projectId,
        moments.map((moment, index) => ({
          id: newId(),
          customerId: campaign.customerIds[index] ?? '',
          type: 'buy',
          timestamp: new Date(moment).toISOString(),
          properties: {},
        })),
      ),
    );
    const { lives } = await dry(campaign, document, {
      people: { kind: 'customers', ids: [...campaign.customerIds] },
    });
    expect(lives.map(({ steps }) => steps[1]?.output)).toEqual(['match', 'no_match', 'no_match']);
  });

  it('plays a document that was never saved, by the clock, to the end of its script', async () => {
    const campaign = await createTestCampaign(context, {
      document: createDocument(),
      customers: manyCustomers(1),
    });
    const document = createFlow(
      [createNode('repeat', { cron: '0 9 * * 1' }), createNode('sms', greeting)],
      [['repeat', 'out', 'sms']],
    );
    const { lives, endsAt, playedUntil } = await dry(campaign, document, {
      people: { kind: 'sample', size: 10 },
      script: { days: 14 },
    });
    expect({ endsAt, playedUntil }).toEqual({ endsAt: start + 14 * 24 * hourMs, playedUntil: endsAt });
    expect(lives.map(({ walks }) => walks.length)).toEqual([2]);
    expect(lives[0]).toMatchObject({ customerId: campaign.customerIds[0], name: 'Customer 0' });
  });

  it('plays somebody who is made up', async () => {
    const campaign = await createTestCampaign(context, { document: createDocument() });
    const attributes = { first_name: 'Ann', phone: '+420601123456', time_zone: 'Asia/Tokyo' };
    const { lives } = await dry(campaign, createDocument(), {
      people: { kind: 'made', customer: { attributes, consents: [] } },
    });
    expect(lives).toMatchObject([
      { customerId: null, timeZone: 'Asia/Tokyo', messages: [{ status: 'enqueued' }] },
    ]);
  });

  it('tells what is wrong instead where there is an error', async () => {
    const campaign = await createTestCampaign(context, { document: createDocument() });
    const document = createDocument({ versions: [{ language: 'en', message: '{{ ' }] });
    const { issues, lives } = await dry(campaign, document, { people: { kind: 'sample', size: 1 } });
    expect(issues.some(({ severity }) => severity === 'error')).toBe(true);
    expect(lives).toEqual([]);
  });

  it('knows no customer of another project', async () => {
    const one = await createTestCampaign(context, {
      document: createDocument(),
      customers: manyCustomers(1),
    });
    const other = await createTestCampaign(context, { document: createDocument() });
    const people: DryPeople = { kind: 'customers', ids: [...one.customerIds] };
    await expect(dry(other, createDocument(), { people })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('ends where its time or its room is over, and says up to when it came', async () => {
    const document = createFlow(
      [createNode('repeat', { cron: '0 9 * * *' }), createNode('sms', greeting)],
      [['repeat', 'out', 'sms']],
    );
    const campaign = await createTestCampaign(context, { document, customers: manyCustomers(5) });
    const people: DryPeople = { kind: 'customers', ids: [...campaign.customerIds] };
    const little = await dry(campaign, document, { people, bounds: { longestMs: 10_000, largest: 20 } });
    expect(little.playedUntil).toBe(start + 25 * hourMs);
    const none = await dry(campaign, document, { people, bounds: { longestMs: 0, largest: 20 } });
    expect(none).toMatchObject({ playedUntil: start, endsAt: start + 30 * 24 * hourMs });
  });
});
