import { describe, expect, it } from 'vitest';
import { drawDocument } from '@curlew/testkit';
import type { ScenarioDocument } from '@curlew/scenario';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers, type TestCustomer } from '../../testing/add-test-customers.ts';
import { beginRun } from '../../testing/begin-run.ts';
import { createTestCampaign } from '../../testing/create-test-campaign.ts';
import { createWorld, type World } from '../../testing/create-world.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { readMessages } from '../../testing/read-campaign.ts';
import { describeRun } from '../runs/progress.ts';
import { startScenario } from '../runs/start.ts';
import { walkEnrolments } from './walk-job.ts';
import { beginOnMonday, monday } from '../../testing/begin-on-monday.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
let context: AppContext;
let world: World;
const clock = beginOnMonday((ground) => {
  ({ context, world } = ground);
});

const begin = (document: ScenarioDocument, customers?: readonly TestCustomer[]) =>
  beginRun(world, document, customers);

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
    // However slow the machine is, none of them leaves anybody to another job.
    await Promise.all(jobs.map((job) => walkEnrolments(context, job, { turnMs: 60_000 })));
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
