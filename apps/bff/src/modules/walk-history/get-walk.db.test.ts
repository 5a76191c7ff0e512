import { describe, expect, it } from 'vitest';
import { drawDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { beginOnMonday, monday } from '../../testing/begin-on-monday.ts';
import { beginRun } from '../../testing/begin-run.ts';
import { cityCustomers, cityScenario, livesIn } from '../../testing/city-scenario.ts';
import type { World } from '../../testing/create-world.ts';
import { listWalks } from '../../testing/list-walks.ts';
import { publishNext } from '../../testing/scenario-life.ts';
import { getWalk, listWalkSteps } from './get-walk.ts';
import { listCustomerWalks } from './list-customer-walks.ts';
import { listRunWalks } from './list-run-walks.ts';

const hourMs = 3_600_000;
let context: AppContext;
let world: World;
const clock = beginOnMonday((ground) => {
  ({ context, world } = ground);
});

const document = cityScenario();

describe('one walk', () => {
  it('is told in full: how it began, each step with its reason, and its messages', async () => {
    const run = await beginRun(world, document, cityCustomers);
    const [ann] = (await listWalks(context, run, { customerId: run.customerIds[0] })).items;
    const walk = await getWalk(context, { projectId: run.projectId, walkId: ann?.id ?? '' });
    expect(walk).toMatchObject({
      customerName: 'Ann',
      state: 'finished',
      scenarioId: run.scenarioId,
      versionNumber: 1,
      trigger: { nodeId: 'now', name: 'Now', kind: 'now' },
      event: null,
      earlierSteps: 0,
      steps: [
        { visit: 1, nodeName: 'Now', words: 'Entered when the scenario was started' },
        { visit: 2, nodeName: 'Condition', output: 'match', words: 'city is Brno' },
        { visit: 3, nodeName: 'SMS', words: 'Message passed on to be sent' },
      ],
      messages: [{ nodeId: 'sms', visit: 3, status: 'enqueued', text: 'Hello', parts: 1 }],
    });
  });

  it('says why a message was refused, with what was found and what is allowed', async () => {
    const long = drawDocument(
      [
        ['now', 'now'],
        ['sms', 'sms', { versions: [{ language: 'en', message: '{{ "x" * 200 }}' }], maximumParts: 1 }],
      ],
      ['now > sms'],
    );
    const run = await beginRun(world, long, cityCustomers);
    const [row] = (await listWalks(context, run)).items;
    const walk = await getWalk(context, { projectId: run.projectId, walkId: row?.id ?? '' });
    expect(walk.steps[1]?.words).toBe('Not sent: message too long');
    expect(walk.refusals).toEqual([
      { visit: 2, message: expect.stringContaining('200 GSM-7 units, 2 parts') },
    ]);
    expect(walk.messages).toEqual([]);
  });

  it('of 1,990 steps is told in portions, which stay what they are when it goes on', async () => {
    const run = await beginRun(world, document, cityCustomers);
    const { projectId } = run;
    const [row] = (await listWalks(context, run, { customerId: run.customerIds[0] })).items;
    const asked = { projectId, walkId: row?.id ?? '' };
    const { pool } = context.database;
    const walkOf = async (steps: number): Promise<void> => {
      await pool.query(
        `UPDATE enrolment SET path = (SELECT string_agg(jsonb_build_array(3, 'out', $3::int,
           CASE WHEN n % 100 = 7 THEN 'no_phone' ELSE 'enqueued' END)::text || ',', '' ORDER BY n)
         FROM generate_series(1, $2::int) n) WHERE id = $1`,
        [asked.walkId, steps, Math.floor(monday / 1_000)],
      );
    };
    await walkOf(1_990);
    const visitsOf = ({ steps }: { steps: readonly { visit: number }[] }) => steps.map(({ visit }) => visit);
    const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
    const walk = await getWalk(context, asked);
    expect(visitsOf(walk)).toEqual(range(1_901, 1_990));
    expect([walk.earlierSteps, walk.messages]).toEqual([1_900, []]);
    const seen: number[] = [];
    let { earlierSteps } = walk;
    while (earlierSteps > 0) {
      const portion = await listWalkSteps(context, asked, { before: earlierSteps + 1 });
      expect(portion.steps.length).toBe(50);
      seen.unshift(...visitsOf(portion));
      ({ earlierSteps } = portion);
    }
    expect(seen).toEqual(range(1, 1_900));
    const first = await listWalkSteps(context, asked, { before: 51 });
    expect(first.messages).toMatchObject([{ visit: 3, text: 'Hello' }]);
    expect(first.steps[6]?.words).toBe('Not sent: no phone number');
    expect(await listWalkSteps(context, asked, { before: 1 })).toMatchObject({ steps: [], earlierSteps: 0 });
    for (const [steps, from] of [
      [2_000, 1_901],
      [2_001, 1_951],
      [100, 1],
      [101, 51],
      [1, 1],
    ] as const) {
      await walkOf(steps);
      expect(visitsOf(await getWalk(context, asked))).toEqual(range(from, steps));
    }
  });

  it('says moments on the clock of the customer, and by which event it went on', async () => {
    const run = await beginRun(world, document, cityCustomers);
    await world.travelTo(monday + hourMs);
    await run.track(1, 'purchase');
    await world.travelTo(monday + 48 * hourMs);
    const wordsOf = async (customer: number) => {
      const [row] = (await listWalks(context, run, { customerId: run.customerIds[customer] })).items;
      const { steps } = await getWalk(context, { projectId: run.projectId, walkId: row?.id ?? '' });
      return steps.at(-1)?.words;
    };
    expect(await wordsOf(1)).toBe('purchase came on 23 Nov 2026, 06:00 (America/New_York)');
    expect(await wordsOf(2)).toMatch(/^purchase did not come until 25 Nov 2026, /);
  });

  it('says which event began it', async () => {
    const onEvent = drawDocument(
      [
        ['buy', 'on_event', { event: 'purchase' }],
        ['sms', 'sms'],
      ],
      ['buy > sms'],
    );
    const run = await beginRun(world, onEvent, cityCustomers);
    await run.track(0, 'purchase');
    await world.settle();
    const [row] = (await listWalks(context, run)).items;
    expect(await getWalk(context, { projectId: run.projectId, walkId: row?.id ?? '' })).toMatchObject({
      trigger: { kind: 'on_event' },
      event: { type: 'purchase', timestamp: new Date(monday).toISOString() },
      steps: [{ words: 'Entered by the event purchase' }, {}],
    });
  });

  it('that was moved to a new version keeps the names of the steps before', async () => {
    const run = await beginRun(world, document, cityCustomers);
    const { projectId, scenarioId } = run;
    const changed = {
      ...document,
      nodes: document.nodes.filter(({ id }) => id !== 'if'),
      edges: [
        { id: 'x', source: 'now', output: 'out', target: 'sms' },
        { id: 'y', source: 'sms', output: 'out', target: 'wait' },
      ],
    };
    clock.now += hourMs;
    const { id } = await publishNext(context, run, { document: changed, inside: 'move' });
    await world.settle();
    const { items } = await listRunWalks(context, { projectId, scenarioId, runId: id }, { limit: 50 });
    const walk = await getWalk(context, { projectId, walkId: items[0]?.id ?? '' });
    expect(walk).toMatchObject({ versionNumber: 2, nodeName: 'Wait' });
    expect(walk.steps.map(({ nodeName }) => nodeName)).toEqual(['Now', 'Condition']);
  });

  it('that was moved to a new version says what its nodes asked before', async () => {
    const run = await beginRun(world, document, cityCustomers);
    const { projectId, scenarioId, customerIds } = run;
    const changed = {
      ...document,
      nodes: document.nodes.map((node) =>
        // What the settings hold is the test's own matter.
        node.kind === 'condition' ? { ...node, settings: livesIn('Praha') as never } : node,
      ),
    };
    const where = { projectId, scenarioId };
    clock.now += hourMs;
    await publishNext(context, run, { document: changed, inside: 'move' });
    await world.settle();
    const { items } = await listCustomerWalks(
      context,
      { projectId, customerId: customerIds[1] ?? '' },
      { limit: 1 },
    );
    const walk = await getWalk(context, { projectId, walkId: items[0]?.id ?? '' });
    expect(walk).toMatchObject({ versionNumber: 2 });
    expect(walk.steps[1]?.words).toBe('city is not Brno: it is Praha');
    // They passed the condition in the other run: none of this one is told to have left it.
    const left = async (nodeId: string, output: string) => {
      const asked = { ...where, runId: walk.runId };
      return (await listRunWalks(context, asked, { nodeId, output, limit: 50 })).items.length;
    };
    expect(await left('if', 'no_match')).toBe(0);
    await world.travelTo(clock.now + 2 * 24 * hourMs);
    expect(await left('wait', 'timeout')).toBe(2);
  });
});
