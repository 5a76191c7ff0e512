import { describe, expect, it } from 'vitest';
import { drawDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import { beginRun, type BegunRun } from '../../testing/begin-run.ts';
import type { World } from '../../testing/create-world.ts';
import { stopScenario } from '../runs/life-cycle.ts';
import { listRuns } from '../runs/list-runs.ts';
import { publishScenario } from '../runs/publish.ts';
import { findScenario, saveDraft } from '../scenarios/service.ts';
import { getWalk, listWalkSteps } from './get-walk.ts';
import { listCustomerWalks } from './list-customer-walks.ts';
import { listRunWalks } from './list-run-walks.ts';
import { beginOnMonday, monday } from '../../testing/begin-on-monday.ts';

const hourMs = 3_600_000;
let context: AppContext;
let world: World;
const clock = beginOnMonday((ground) => {
  ({ context, world } = ground);
});

const city = { kind: 'attribute', property: 'city', type: 'text', operator: 'is', values: ['Brno'] };
const document = drawDocument(
  [
    ['now', 'now'],
    [
      'if',
      'condition',
      // What the settings hold is the test's own matter.
      { filter: { match: 'all', groups: [{ match: 'all', conditions: [city] }] } } as never,
    ],
    ['sms', 'sms'],
    ['wait', 'wait', { mode: 'event', event: 'purchase', timeout: { amount: 2, unit: 'days' } }],
  ],
  ['now > if', 'if.match > sms', 'if.no_match > wait'],
);

const customers = [
  { attributes: { first_name: 'Ann', city: 'Brno' } },
  { attributes: { first_name: 'Ben', city: 'Praha', time_zone: 'America/New_York' } },
  { attributes: { first_name: 'Cyd' } },
];

const listOf = async (
  { projectId, scenarioId, runId }: BegunRun,
  query: Partial<Parameters<typeof listRunWalks>[2]> = {},
) => listRunWalks(context, { projectId, scenarioId, runId }, { limit: 50, ...query });

const namesOf = async (run: BegunRun, query: Partial<Parameters<typeof listRunWalks>[2]> = {}) =>
  (await listOf(run, query)).items.map(({ customerName }) => customerName).toSorted();

describe('the walks of a run', () => {
  it('says who stands at a node, until when, and for what', async () => {
    const run = await beginRun(world, document, customers);
    expect(await namesOf(run, { nodeId: 'wait', state: 'inside' })).toEqual(['Ben', 'Cyd']);
    const [ben] = (await listOf(run, { nodeId: 'wait', state: 'inside', customerId: run.customerIds[1] }))
      .items;
    expect(ben).toMatchObject({
      customerName: 'Ben',
      state: 'inside',
      ending: null,
      nodeName: 'Wait',
      since: new Date(monday).toISOString(),
      waitsUntil: new Date(monday + 48 * hourMs).toISOString(),
      awaits: 'purchase',
      step: null,
    });
    expect(await namesOf(run, { nodeId: 'if', state: 'inside' })).toEqual([]);
  });

  it('says who left by which output, and why', async () => {
    const run = await beginRun(world, document, customers);
    const words = async (output: string) =>
      (await listOf(run, { nodeId: 'if', output })).items.map(({ customerName, step }) => [
        customerName,
        step?.words,
        step?.outputLabel,
        step?.at,
      ]);
    const at = new Date(monday).toISOString();
    expect(await words('match')).toEqual([['Ann', 'city is Brno', 'Match', at]]);
    expect(
      (await words('no_match')).toSorted(([one = ''], [other = '']) =>
        String(one) < String(other) ? -1 : 1,
      ),
    ).toEqual([
      ['Ben', 'city is not Brno: it is Praha', 'No match', at],
      ['Cyd', 'city is not Brno: it is not known', 'No match', at],
    ]);
    expect(await words('other')).toEqual([]);
    expect(await namesOf(run, { nodeId: 'if' })).toEqual(['Ann', 'Ben', 'Cyd']);
    expect(await namesOf(run, { nodeId: 'wait' })).toEqual(['Ben', 'Cyd']);
    expect(await namesOf(run, { nodeId: 'gone' })).toEqual([]);
    expect(await namesOf(run, { state: 'finished' })).toEqual(['Ann']);
  });

  it('says who was ended, and why', async () => {
    const run = await beginRun(world, document, customers);
    await stopScenario(context, { ...run, by: run.start.by });
    await world.settle();
    expect(await namesOf(run, { nodeId: 'wait', state: 'ended' })).toEqual(['Ben', 'Cyd']);
    expect(await namesOf(run, { nodeId: 'wait', state: 'inside' })).toEqual([]);
    const [walk] = (await listOf(run, { state: 'ended' })).items;
    expect(walk).toMatchObject({ state: 'ended', ending: 'The scenario was stopped', waitsUntil: null });
  });

  it('pages through all of it, the latest first, also where a page had to end before it was full', async () => {
    const run = await beginRun(world, document, manyCustomers(25));
    for (const limits of [{}, { window: 7, longestMs: 0 }, { window: 1, longestMs: 0 }]) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listOf(run, { nodeId: 'wait', state: 'inside', limit: 4, cursor, ...limits });
        expect(page.items.length).toBeLessThanOrEqual(4);
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(seen).toHaveLength(25);
      expect(seen).toEqual(seen.toSorted().toReversed());
    }
  });

  it('reads the ways of older runs, which name nodes by their ids and say no times', async () => {
    const run = await beginRun(world, document, customers);
    const { pool } = context.database;
    await pool.query(`UPDATE enrolment SET path = '["now","out"],["if","no_match"],' WHERE run_id = $1`, [
      run.runId,
    ]);
    await pool.query(`DELETE FROM node_count WHERE run_id = $1 AND counter LIKE 'out:%'`, [run.runId]);
    const { items } = await listOf(run, { nodeId: 'if', output: 'no_match' });
    expect(items).toHaveLength(3);
    expect(items[0]?.step).toMatchObject({
      nodeName: 'Condition',
      at: null,
      words: 'Does not meet the conditions',
    });
    expect(await namesOf(run, { nodeId: 'if', output: 'match' })).toEqual([]);
  });

  it('takes no number of a reason for a node', async () => {
    const run = await beginRun(world, document, customers);
    await context.database.pool.query(
      `UPDATE enrolment SET path = '[1,"out",5],[3,"match",2,2],' WHERE run_id = $1`,
      [run.runId],
    );
    expect(await namesOf(run, { nodeId: 'if', output: 'match' })).toEqual([]);
  });
});

describe('one walk', () => {
  it('is told in full: how it began, each step with its reason, and its messages', async () => {
    const run = await beginRun(world, document, customers);
    const [ann] = (await listOf(run, { customerId: run.customerIds[0] })).items;
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
    const run = await beginRun(world, long, customers);
    const [row] = (await listOf(run)).items;
    const walk = await getWalk(context, { projectId: run.projectId, walkId: row?.id ?? '' });
    expect(walk.steps[1]?.words).toBe('Not sent: message too long');
    expect(walk.refusals).toEqual([
      { visit: 2, message: expect.stringContaining('200 GSM-7 units, 2 parts') },
    ]);
    expect(walk.messages).toEqual([]);
  });

  it('of 1,990 steps is told in portions, which stay what they are when it goes on', async () => {
    const run = await beginRun(world, document, customers);
    const { projectId } = run;
    const [row] = (await listOf(run, { customerId: run.customerIds[0] })).items;
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
    const run = await beginRun(world, document, customers);
    await world.travelTo(monday + hourMs);
    await run.track(1, 'purchase');
    await world.travelTo(monday + 48 * hourMs);
    const wordsOf = async (customer: number) => {
      const [row] = (await listOf(run, { customerId: run.customerIds[customer] })).items;
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
    const run = await beginRun(world, onEvent, customers);
    await run.track(0, 'purchase');
    await world.settle();
    const [row] = (await listOf(run)).items;
    expect(await getWalk(context, { projectId: run.projectId, walkId: row?.id ?? '' })).toMatchObject({
      trigger: { kind: 'on_event' },
      event: { type: 'purchase', timestamp: new Date(monday).toISOString() },
      steps: [{ words: 'Entered by the event purchase' }, {}],
    });
  });

  it('that was moved to a new version keeps the names of the steps before', async () => {
    const run = await beginRun(world, document, customers);
    const { projectId, scenarioId, start } = run;
    const changed = {
      ...document,
      nodes: document.nodes.filter(({ id }) => id !== 'if'),
      edges: [
        { id: 'x', source: 'now', output: 'out', target: 'sms' },
        { id: 'y', source: 'sms', output: 'out', target: 'wait' },
      ],
    };
    const draft = await findScenario(context.database.pool, { projectId, scenarioId });
    const saved = await saveDraft(
      context,
      { projectId, scenarioId },
      { document: changed, revision: draft?.revision ?? 0, by: start.by },
    );
    clock.now += hourMs;
    const { id } = await publishScenario(context, { ...start, revision: saved.revision, inside: 'move' });
    await world.settle();
    const { items } = await listRunWalks(context, { projectId, scenarioId, runId: id }, { limit: 50 });
    const walk = await getWalk(context, { projectId, walkId: items[0]?.id ?? '' });
    expect(walk).toMatchObject({ versionNumber: 2, nodeName: 'Wait' });
    expect(walk.steps.map(({ nodeName }) => nodeName)).toEqual(['Now', 'Condition']);
  });

  it('that was moved to a new version says what its nodes asked before', async () => {
    const { projectId, scenarioId, start, customerIds } = await beginRun(world, document, customers);
    const asking = { ...city, values: ['Praha'] };
    const changed = {
      ...document,
      nodes: document.nodes.map((node) =>
        node.kind === 'condition'
          ? {
              ...node,
              settings: {
                filter: { match: 'all', groups: [{ match: 'all', conditions: [asking] }] },
              } as never,
            }
          : node,
      ),
    };
    const where = { projectId, scenarioId };
    const saved = await saveDraft(context, where, {
      document: changed,
      revision: start.revision,
      by: start.by,
    });
    clock.now += hourMs;
    await publishScenario(context, { ...start, revision: saved.revision, inside: 'move' });
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

it('lists the walks of a customer over all scenarios, and the runs of a scenario, the latest first', async () => {
  const run = await beginRun(world, document, customers);
  const { projectId, scenarioId } = run;
  const customerId = run.customerIds[1] ?? '';
  const { items } = await listCustomerWalks(context, { projectId, customerId }, { limit: 50 });
  expect(items).toMatchObject([{ customerName: 'Ben', scenarioId, state: 'inside', versionNumber: 1 }]);
  expect(await listRuns(context, { projectId, scenarioId })).toMatchObject({
    items: [{ id: run.runId, versionNumber: 1, status: 'active', enrolled: 3, inside: 2 }],
  });
});
