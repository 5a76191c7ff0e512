import { describe, expect, it } from 'vitest';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import { beginOnMonday, monday } from '../../testing/begin-on-monday.ts';
import { beginRun } from '../../testing/begin-run.ts';
import { cityCustomers, cityScenario } from '../../testing/city-scenario.ts';
import type { World } from '../../testing/create-world.ts';
import { listWalks, namesOfWalks } from '../../testing/list-walks.ts';
import { stopScenario } from '../runs/life-cycle.ts';

const hourMs = 3_600_000;
let context: AppContext;
let world: World;
beginOnMonday((ground) => {
  ({ context, world } = ground);
});

const document = cityScenario();

describe('the walks of a run', () => {
  it('says who stands at a node, until when, and for what', async () => {
    const run = await beginRun(world, document, cityCustomers);
    expect(await namesOfWalks(context, run, { nodeId: 'wait', state: 'inside' })).toEqual(['Ben', 'Cyd']);
    const [ben] = (
      await listWalks(context, run, { nodeId: 'wait', state: 'inside', customerId: run.customerIds[1] })
    ).items;
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
    expect(await namesOfWalks(context, run, { nodeId: 'if', state: 'inside' })).toEqual([]);
  });

  it('says who left by which output, and why', async () => {
    const run = await beginRun(world, document, cityCustomers);
    const words = async (output: string) =>
      (await listWalks(context, run, { nodeId: 'if', output })).items.map(({ customerName, step }) => [
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
    expect(await namesOfWalks(context, run, { nodeId: 'if' })).toEqual(['Ann', 'Ben', 'Cyd']);
    expect(await namesOfWalks(context, run, { nodeId: 'wait' })).toEqual(['Ben', 'Cyd']);
    expect(await namesOfWalks(context, run, { nodeId: 'gone' })).toEqual([]);
    expect(await namesOfWalks(context, run, { state: 'finished' })).toEqual(['Ann']);
  });

  it('says who was ended, and why', async () => {
    const run = await beginRun(world, document, cityCustomers);
    await stopScenario(context, { ...run, by: run.start.by });
    await world.settle();
    expect(await namesOfWalks(context, run, { nodeId: 'wait', state: 'ended' })).toEqual(['Ben', 'Cyd']);
    expect(await namesOfWalks(context, run, { nodeId: 'wait', state: 'inside' })).toEqual([]);
    const [walk] = (await listWalks(context, run, { state: 'ended' })).items;
    expect(walk).toMatchObject({ state: 'ended', ending: 'The scenario was stopped', waitsUntil: null });
  });

  it('pages through all of it, the latest first, also where a page had to end before it was full', async () => {
    const run = await beginRun(world, document, manyCustomers(25));
    for (const limits of [{}, { window: 7, longestMs: 0 }, { window: 1, longestMs: 0 }]) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listWalks(context, run, {
          nodeId: 'wait',
          state: 'inside',
          limit: 4,
          cursor,
          ...limits,
        });
        expect(page.items.length).toBeLessThanOrEqual(4);
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(seen).toHaveLength(25);
      expect(seen).toEqual(seen.toSorted().toReversed());
    }
  });

  it('reads the ways of older runs, which name nodes by their ids and say no times', async () => {
    const run = await beginRun(world, document, cityCustomers);
    const { pool } = context.database;
    await pool.query(`UPDATE enrolment SET path = '["now","out"],["if","no_match"],' WHERE run_id = $1`, [
      run.runId,
    ]);
    await pool.query(`DELETE FROM node_count WHERE run_id = $1 AND counter LIKE 'out:%'`, [run.runId]);
    const { items } = await listWalks(context, run, { nodeId: 'if', output: 'no_match' });
    expect(items).toHaveLength(3);
    expect(items[0]?.step).toMatchObject({
      nodeName: 'Condition',
      at: null,
      words: 'Does not meet the conditions',
    });
    expect(await namesOfWalks(context, run, { nodeId: 'if', output: 'match' })).toEqual([]);
  });

  it('takes no number of a reason for a node', async () => {
    const run = await beginRun(world, document, cityCustomers);
    await context.database.pool.query(
      `UPDATE enrolment SET path = '[1,"out",5],[3,"match",2,2],' WHERE run_id = $1`,
      [run.runId],
    );
    expect(await namesOfWalks(context, run, { nodeId: 'if', output: 'match' })).toEqual([]);
  });
});
