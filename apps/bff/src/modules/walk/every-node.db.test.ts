import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { drawDocument } from '@curlew/testkit';
import type { ScenarioDocument } from '@curlew/scenario';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers, type TestCustomer } from '../../testing/add-test-customers.ts';
import { beginRun } from '../../testing/begin-run.ts';
import { createTestCampaign } from '../../testing/create-test-campaign.ts';
import { createWorld, type World } from '../../testing/create-world.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { readMessages } from '../../testing/read-campaign.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { startHttpTarget } from '../../testing/start-target.ts';
import { describeRun } from '../runs/progress.ts';
import { startScenario } from '../runs/start.ts';
import { callWebhooks } from './call-webhooks.ts';
import { sweepMissed } from './sweep-waits.ts';
import { walkEnrolments } from './walk-job.ts';

const monday = Date.parse('2026-11-23T10:00:00Z');
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const clock = { now: monday };
let test: TestContext;
let context: AppContext;
let world: World;

beforeAll(async () => {
  test = await createTestContext({ now: () => new Date(clock.now) });
  ({ context } = test);
});
beforeEach(async () => {
  clock.now = monday;
  // Tests begin on the same day again and again.
  await context.database.pool.query('DELETE FROM wake_cursor');
  world = createWorld(context, clock);
});
afterAll(() => test.stop());

const begin = (document: ScenarioDocument, customers?: readonly TestCustomer[]) =>
  beginRun(world, document, customers);

const attributesOf = async (projectId: string): Promise<Record<string, unknown>[]> => {
  const { rows } = await context.database.pool.query<{ attributes: Record<string, unknown> }>(
    'SELECT attributes FROM customer WHERE project_id = $1 ORDER BY id',
    [projectId],
  );
  return rows.map(({ attributes }) => attributes);
};

describe('a condition', () => {
  const asks = (condition: object) =>
    drawDocument(
      [
        ['now', 'now'],
        // What the settings hold is the test's own matter.
        [
          'if',
          'condition',
          { filter: { match: 'all', groups: [{ match: 'all', conditions: [condition] }] } } as never,
        ],
        ['yes', 'sms'],
        ['no', 'sms'],
      ],
      ['now > if', 'if.match > yes', 'if.no_match > no'],
    );

  it('parts customers by an attribute, and keeps what decided', async () => {
    const city = { kind: 'attribute', property: 'city', type: 'text', operator: 'is', values: ['Brno'] };
    const { outputs, paths, run } = await begin(asks(city), [
      { attributes: { city: 'Brno' } },
      { attributes: { city: 'Praha' } },
      {},
    ]);
    expect(await outputs('if')).toEqual({ match: 1, no_match: 2 });
    const at = monday / 1_000;
    expect((await paths()).map((path) => path[1])).toEqual([
      [2, 'match', at, ['0.0', 'Brno']],
      [2, 'no_match', at, ['0.0', 'Praha']],
      [2, 'no_match', at, ['0.0', null]],
    ]);
    expect(await run()).toMatchObject({ status: 'finished', walked: 3 });
  });

  it('counts events, those tracked on the way included', async () => {
    const bought = { kind: 'event', event: 'purchase', did: true, atLeast: 2, withinDays: 1, where: [] };
    const document = drawDocument(
      [
        ['now', 'now'],
        ['track', 'track_event', { event: 'purchase' }],
        [
          'if',
          'condition',
          { filter: { match: 'all', groups: [{ match: 'all', conditions: [bought] }] } } as never,
        ],
        ['sms', 'sms'],
      ],
      ['now > track', 'track > if', 'if.match > sms'],
    );
    const campaign = await createTestCampaign(context, { document, customers: [{}, {}, {}] });
    await context.database.pool.query(
      `INSERT INTO customer_event (id, project_id, customer_id, type, timestamp)
       SELECT new_uuid(), $1, c.id, 'purchase', c.at FROM unnest($2::uuid[], $3::timestamptz[]) AS c (id, at)`,
      [
        campaign.projectId,
        [campaign.customerIds[0], campaign.customerIds[1]],
        [new Date(monday - hourMs), new Date(monday - 25 * hourMs)],
      ],
    );
    await startScenario(context, campaign.start);
    await world.settle();
    expect((await readMessages(context, campaign.projectId)).map(({ customerId }) => customerId)).toEqual([
      campaign.customerIds[0],
    ]);
  });
});

describe('a wait', () => {
  const after = (settings: object) =>
    drawDocument(
      [
        ['now', 'now'],
        ['wait', 'wait', settings],
        ['sms', 'sms'],
      ],
      ['now > wait', 'wait.out > sms'],
    );

  it('holds for a duration, counts who is held, and goes on by itself', async () => {
    const { run, places, paths } = await begin(
      after({ mode: 'duration', duration: { amount: 2, unit: 'days' } }),
      manyCustomers(3),
    );
    expect(await places()).toEqual({ 'wait active': 3 });
    expect((await run()).nodes.find(({ nodeId }) => nodeId === 'wait')).toMatchObject({
      entered: 3,
      waiting: 3,
    });
    await world.travelTo(monday + 48 * hourMs - 1);
    expect(await places()).toEqual({ 'wait active': 3 });
    await world.travelTo(monday + 48 * hourMs);
    expect(await places()).toEqual({ 'sms finished': 3 });
    expect((await run()).nodes.find(({ nodeId }) => nodeId === 'wait')).toMatchObject({
      entered: 3,
      waiting: 0,
      left: 3,
    });
    expect((await paths())[0]?.[1]).toEqual([2, 'out', (monday + 48 * hourMs) / 1_000, monday + 48 * hourMs]);
  });

  it('that was over while everything was off goes on when it is on again', async () => {
    const { places } = await begin(after({ mode: 'duration', duration: { amount: 1, unit: 'hours' } }));
    world.jumpTo(monday + 100 * hourMs);
    world = createWorld(context, clock);
    await world.settle();
    expect(await places()).toEqual({ 'sms finished': 1 });
  });

  it('that the sweep has passed already is found by the next one', async () => {
    const { places } = await begin(after({ mode: 'duration', duration: { amount: 1, unit: 'hours' } }));
    // As when a walk is committed after the sweep has passed the end of its wait.
    world.jumpTo(monday + 3 * hourMs);
    await context.database.pool.query('UPDATE wake_cursor SET waits_until = $1', [new Date(clock.now)]);
    await world.settle();
    expect(await places()).toEqual({ 'wait active': 1 });
    await sweepMissed(context);
    await world.settle();
    expect(await places()).toEqual({ 'sms finished': 1 });
  });

  it('lasts until each customer’s own morning', async () => {
    const { paths } = await begin(after({ mode: 'time_of_day', time: '09:00', weekdays: ['tue'] }), [
      { attributes: { time_zone: 'Asia/Tokyo' } },
      { attributes: { time_zone: 'America/New_York' } },
    ]);
    await world.travelTo(monday + 7 * 24 * hourMs);
    expect((await paths()).map((path) => new Date(Number(path[1]?.[2]) * 1_000).toISOString())).toEqual([
      '2026-11-24T00:00:00.000Z',
      '2026-11-24T14:00:00.000Z',
    ]);
  });

  it('by an expression holds as long as it says, and ends the walk where it gives no number', async () => {
    const { places, run } = await begin(
      after({ mode: 'expression', expression: '{{ customer.delay }}', expressionUnit: 'hours' }),
      [{ attributes: { delay: 3 } }, { attributes: { delay: 'soon' } }, { attributes: { delay: -1 } }],
    );
    expect(await places()).toEqual({ 'wait active': 1, 'wait finished no_number': 1, 'sms finished': 1 });
    expect((await run()).nodes.find(({ nodeId }) => nodeId === 'wait')).toMatchObject({
      ended: 1,
      waiting: 1,
    });
    await world.travelTo(monday + 3 * hourMs);
    expect(await run()).toMatchObject({ status: 'finished', walked: 3 });
  });
});

describe('a wait for an event', () => {
  const document = drawDocument(
    [
      ['now', 'now'],
      [
        'wait',
        'wait',
        {
          mode: 'event',
          event: 'purchase',
          where: [{ property: 'total', type: 'number', operator: 'at_least', values: ['100'] }],
          timeout: { amount: 1, unit: 'days' },
        },
      ],
      ['thanks', 'sms'],
      ['reminder', 'sms'],
    ],
    ['now > wait', 'wait.event > thanks', 'wait.timeout > reminder'],
  );

  it('ends with the first event that is meant, or when its time is up', async () => {
    const { track, places, outputs, run } = await begin(document, manyCustomers(3));
    await world.travelTo(monday + hourMs);
    await track(0, 'purchase', { properties: { total: 120 } });
    await track(1, 'purchase', { properties: { total: 20 } });
    await track(2, 'visit', { properties: { total: 120 } });
    await world.settle();
    expect(await places()).toEqual({ 'thanks finished': 1, 'wait active': 2 });
    await world.travelTo(monday + 24 * hourMs);
    expect(await outputs('wait')).toEqual({ event: 1, timeout: 2 });
    expect(await run()).toMatchObject({ status: 'finished', walked: 3 });
  });

  it('finds an event that came while the customer did', async () => {
    const { track, places, customerIds } = await begin(document, manyCustomers(1));
    world.jumpTo(monday + 1_000);
    // As by a transaction that ended before theirs: nobody was found who waits.
    await track(0, 'purchase', { properties: { total: 500 } });
    await context.database.pool.query('DELETE FROM event_inbox WHERE customer_id = $1', [customerIds[0]]);
    expect(await places()).toEqual({ 'wait active': 1 });
    await world.travelTo(monday + minuteMs);
    expect(await places()).toEqual({ 'thanks finished': 1 });
  });
});

describe('a limit', () => {
  const document = drawDocument(
    [
      ['now', 'now'],
      ['limit', 'limit', { most: 1_250 }],
      ['sms', 'sms'],
    ],
    ['now > limit', 'limit.pass > sms'],
  );

  it('lets no more pass, however many walk at once', async () => {
    const campaign = await createTestCampaign(context, { document, customers: manyCustomers(2_600) });
    const { id: runId } = await startScenario(context, campaign.start);
    const jobs = await takeJobs(context, 'walk');
    await Promise.all(jobs.map((job) => walkEnrolments(context, job)));
    const { projectId, scenarioId } = campaign;
    const { nodes } = await describeRun(context, { projectId, scenarioId, runId });
    const outputs = nodes.find(({ nodeId }) => nodeId === 'limit')?.outputs ?? [];
    expect(outputs.toSorted((one, other) => (one.id < other.id ? -1 : 1))).toEqual([
      { id: 'full', count: 1_350 },
      { id: 'pass', count: 1_250 },
    ]);
    expect(await readMessages(context, projectId)).toHaveLength(1_250);
    await takeJobs(context, 'dispatch');
  });
});

describe('what is done to customers', () => {
  it('attributes are written, deleted and known to what comes after', async () => {
    const document = drawDocument(
      [
        ['now', 'now'],
        [
          'set',
          'set_attribute',
          {
            attributes: [
              { name: 'tier', type: 'text', value: '{{ customer.tier | upper }}' },
              { name: 'points', type: 'number', value: '{{ customer.points + 1 }}' },
              { name: 'old', type: 'text', value: '' },
              { name: 'broken', type: 'number', value: 'x{{ 1 }}' },
            ],
          },
        ],
        [
          'sms',
          'sms',
          { versions: [{ language: 'en', message: '{{ customer.tier }} {{ customer.points }}' }] },
        ],
      ],
      ['now > set', 'set > sms'],
    );
    const { projectId, paths } = await begin(document, [
      { attributes: { tier: 'gold', points: 2, old: 'x' } },
    ]);
    expect(await attributesOf(projectId)).toEqual([{ phone: '+447700900000', tier: 'GOLD', points: 3 }]);
    expect((await readMessages(context, projectId)).map(({ text }) => text)).toEqual(['GOLD 3']);
    expect((await paths())[0]?.[1]).toEqual([2, 'out', monday / 1_000, ['broken']]);
  });

  it('a new phone is where the next message goes, and what customers are found by', async () => {
    const document = drawDocument(
      [
        ['now', 'now'],
        [
          'set',
          'set_attribute',
          {
            attributes: [
              { name: 'phone', type: 'text', value: '{{ customer.other_phone }}' },
              { name: 'first_name', type: 'text', value: 'Zoë' },
            ],
          },
        ],
        ['sms', 'sms'],
      ],
      ['now > set', 'set > sms'],
    );
    const { projectId } = await begin(document, [{ attributes: { other_phone: '+447700900555' } }]);
    expect((await readMessages(context, projectId)).map(({ recipient }) => recipient)).toEqual([
      '+447700900555',
    ]);
    const { rows } = await context.database.pool.query<{ phone: string; text: string }>(
      'SELECT phone_e164 AS phone, search_text AS text FROM customer WHERE project_id = $1',
      [projectId],
    );
    expect(rows).toEqual([{ phone: '+447700900555', text: 'zoe\n447700900555' }]);
  });

  it('a consent is given with proof, for as long as it says', async () => {
    const campaign = await createTestCampaign(context, {
      document: ({ marketingId }) =>
        drawDocument(
          [
            ['now', 'now'],
            ['give', 'change_consent', { categoryId: marketingId, action: 'grant', validDays: 10 }],
            ['sms', 'sms', { consentCategoryId: marketingId }],
            ['take', 'change_consent', { categoryId: marketingId, action: 'revoke' }],
            ['late', 'sms', { consentCategoryId: marketingId }],
          ],
          ['now > give', 'give > sms', 'sms > take', 'take > late'],
        ),
      customers: [{}],
    });
    await startScenario(context, campaign.start);
    await world.settle();
    const { pool } = context.database;
    expect(await readMessages(context, campaign.projectId)).toHaveLength(1);
    const { rows: consents } = await pool.query(
      'SELECT is_granted, valid_until FROM consent WHERE project_id = $1',
      [campaign.projectId],
    );
    expect(consents).toEqual([{ is_granted: false, valid_until: null }]);
    const { rows: events } = await pool.query<{ properties: Record<string, unknown> }>(
      `SELECT properties FROM customer_event WHERE project_id = $1 AND type = 'consent' ORDER BY id`,
      [campaign.projectId],
    );
    expect(events.map(({ properties: { action, valid_until: until } }) => [action, until])).toEqual([
      ['accept', '2026-12-03T10:00:00.000Z'],
      ['reject', 'unlimited'],
    ]);
  });
});

describe('a webhook', () => {
  const document = (url: string) =>
    drawDocument(
      [
        ['now', 'now'],
        ['call', 'webhook', { url, body: '{"name": {{ customer.first_name | tojson }}}' }],
        ['wait', 'wait', { mode: 'duration', duration: { amount: 1, unit: 'hours' } }],
        ['sms', 'sms', { versions: [{ language: 'en', message: 'Code {{ webhook.code }}' }] }],
        ['failed', 'sms', { versions: [{ language: 'en', message: 'Sorry' }] }],
      ],
      ['now > call', 'call.ok > wait', 'wait > sms', 'call.error > failed'],
    );

  it('is called once for each customer, and its answer is known later', async () => {
    const bodies: string[] = [];
    const target = await startHttpTarget((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        bodies.push(body);
        const isBad = body.includes('Customer 1');
        response.writeHead(isBad ? 500 : 200, { 'content-type': 'application/json' }).end('{"code": 42}');
      });
    });
    try {
      Object.assign(context.config, { webhookAllow: new Set([target.host]) });
      const { projectId, outputs, paths, runId } = await begin(
        document(`http://${target.host}/`),
        manyCustomers(3),
      );
      expect(bodies.toSorted()).toEqual([0, 1, 2].map((index) => `{"name": "Customer ${index}"}`));
      expect(await outputs('call')).toEqual({ ok: 2, error: 1 });
      expect((await paths())[1]?.[1]).toEqual([2, 'error', monday / 1_000, 500]);
      await world.travelTo(monday + hourMs);
      expect((await readMessages(context, projectId)).map(({ text }) => text).toSorted()).toEqual([
        'Code 42',
        'Code 42',
        'Sorry',
      ]);
      const { rows } = await context.database.pool.query<{ ids: string[] }>(
        'SELECT array_agg(id) AS ids FROM enrolment WHERE run_id = $1',
        [runId],
      );
      await callWebhooks(context, { runId, nodeId: 'call', enrolmentIds: rows[0]?.ids ?? [] });
      expect(bodies).toHaveLength(3);
    } finally {
      await target.stop();
    }
  });

  it('that nobody answers leads on by its other branch', async () => {
    const { projectId, paths } = await begin(document('http://192.0.2.1:9/'), manyCustomers(1));
    expect((await readMessages(context, projectId)).map(({ text }) => text)).toEqual(['Sorry']);
    expect(String((await paths())[0]?.[1]?.[3])).toContain('192.0.2.1');
  });
});
