import { describe, expect, it } from 'vitest';
import type { ScenarioDocument } from '@curlew/scenario';
import { drawDocument, type DrawnNode } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import { beginRun } from '../../testing/begin-run.ts';
import type { World } from '../../testing/create-world.ts';
import { trackNamed } from '../customers/track-named.ts';
import { finishScenario } from '../runs/life-cycle.ts';
import { enrolNamed } from './enrol-named.ts';
import { beginOnMonday, monday } from '../../testing/begin-on-monday.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
let context: AppContext;
let world: World;
const clock = beginOnMonday((ground) => {
  ({ context, world } = ground);
});

const startedBy = (trigger: DrawnNode): ScenarioDocument =>
  drawDocument([trigger, ['sms', 'sms']], [`${trigger[0]} > sms`]);

describe('On event', () => {
  const bought = (settings: object = {}) =>
    startedBy([
      'on',
      'on_event',
      {
        event: 'purchase',
        where: [{ property: 'total', type: 'number', operator: 'at_least', values: ['10'] }],
        ...settings,
      },
    ]);

  it('lets in who does it, each time, with the event at hand', async () => {
    const document = drawDocument(
      [
        ['on', 'on_event', { event: 'purchase' }],
        ['wait', 'wait', { mode: 'duration', duration: { amount: 1, unit: 'hours' } }],
        ['sms', 'sms', { versions: [{ language: 'en', message: 'Paid {{ event.total }}' }] }],
      ],
      ['on > wait', 'wait > sms'],
    );
    const begun = await beginRun(world, document, manyCustomers(2));
    await begun.track(0, 'purchase', { properties: { total: 12 } });
    await begun.track(0, 'purchase', { properties: { total: 7 } });
    await begun.track(1, 'visit', { properties: { total: 12 } });
    await world.travelTo(monday + 2 * hourMs);
    const { rows } = await context.database.pool.query<{ text: string }>(
      'SELECT text FROM message WHERE project_id = $1 ORDER BY text',
      [begun.projectId],
    );
    expect(rows.map(({ text }) => text)).toEqual(['Paid 12', 'Paid 7']);
    expect(await begun.run()).toMatchObject({ status: 'active', isOpen: true, enrolled: 2, walked: 2 });
  });

  it('asks for what the event must hold, and leaves out what happened long ago', async () => {
    const begun = await beginRun(world, bought(), manyCustomers(4));
    world.jumpTo(monday + 3 * dayMs);
    await begun.track(0, 'purchase', { properties: { total: 9 } });
    await begun.track(1, 'purchase', { properties: { total: 10 } });
    await begun.track(2, 'purchase', {
      properties: { total: 10 },
      timestamp: new Date(monday - hourMs).toISOString(),
    });
    await begun.track(3, 'purchase', {
      properties: { total: 10 },
      timestamp: new Date(monday + hourMs).toISOString(),
    });
    await world.settle();
    expect((await begun.entries()).map(({ customer }) => customer)).toEqual([1]);
  });

  it('lets nobody in again sooner than re-entry says', async () => {
    const begun = await beginRun(world, bought({ reentry: { mode: 'once', days: 0 } }), manyCustomers(2));
    for (const customer of [0, 0, 1, 0])
      await begun.track(customer, 'purchase', { properties: { total: 10 } });
    await world.settle();
    await begun.track(0, 'purchase', { properties: { total: 10 } });
    await world.settle();
    expect((await begun.entries()).map(({ customer }) => customer)).toEqual([0, 1]);
  });

  it('by an event of its own goes round only so often', async () => {
    const document = drawDocument(
      [
        ['on', 'on_event', { event: 'ping' }],
        ['track', 'track_event', { event: 'ping', mayTrigger: true }],
      ],
      ['on > track'],
    );
    const begun = await beginRun(world, document);
    await begun.track(0, 'ping');
    await world.settle();
    expect(await begun.run()).toMatchObject({ enrolled: 11, walked: 11 });
    const silent = await beginRun(
      world,
      drawDocument(
        [
          ['on', 'on_event', { event: 'ping' }],
          ['track', 'track_event', { event: 'ping', mayTrigger: false }],
        ],
        ['on > track'],
      ),
    );
    await silent.track(0, 'ping');
    await world.settle();
    expect(await silent.run()).toMatchObject({ enrolled: 1 });
  });
});

describe('API call', () => {
  const called = (reentry: object = { mode: 'unlimited', days: 0 }) =>
    startedBy(['api', 'api', { reentry } as never]);
  const withIds = async (document: ScenarioDocument) => {
    const begun = await beginRun(world, document, manyCustomers(3));
    await context.database.pool.query(
      `INSERT INTO customer_identifier (project_id, kind, value, customer_id)
       SELECT $1, 'registered', 'R-' || n.place, n.id FROM unnest($2::uuid[]) WITH ORDINALITY AS n (id, place)`,
      [begun.projectId, begun.customerIds],
    );
    return begun;
  };
  const idOf = (value: string) => ({ kind: 'registered', value });

  it('lets in whom it names, once for each key, and says who is not known', async () => {
    const begun = await withIds(called());
    const { projectId, scenarioId } = begun;
    const call = (key?: string) =>
      enrolNamed(context, {
        projectId,
        scenarioId,
        customers: [idOf('R-1'), idOf('nobody'), idOf('R-3')],
        ...(key === undefined ? {} : { key }),
      });
    expect(await call('first')).toEqual({ entered: 2, unknown: [1] });
    expect(await call('first')).toEqual({ entered: 0, unknown: [1] });
    expect(await call('second')).toEqual({ entered: 2, unknown: [1] });
    expect(await call()).toEqual({ entered: 2, unknown: [1] });
    await world.settle();
    expect(await begun.run()).toMatchObject({ status: 'active', enrolled: 6, walked: 6 });
  });

  it('keeps to re-entry, also within one call', async () => {
    const begun = await withIds(called({ mode: 'once', days: 0 }));
    const { projectId, scenarioId } = begun;
    const customers = [idOf('R-1'), idOf('R-1'), idOf('R-2')];
    expect(await enrolNamed(context, { projectId, scenarioId, customers })).toMatchObject({ entered: 2 });
    expect(await enrolNamed(context, { projectId, scenarioId, customers })).toMatchObject({ entered: 0 });
  });

  it('that is repeated with its key is no entry for re-entry either', async () => {
    const begun = await withIds(called({ mode: 'period', days: 1 }));
    const { projectId, scenarioId } = begun;
    const call = (key: string) =>
      enrolNamed(context, { projectId, scenarioId, customers: [idOf('R-1')], key });
    expect(await call('first')).toMatchObject({ entered: 1 });
    expect(await call('second')).toMatchObject({ entered: 0 });
    clock.now += 25 * hourMs;
    expect(await call('first')).toMatchObject({ entered: 0 });
    expect(await call('third')).toMatchObject({ entered: 1 });
  });

  it('is refused in words where nothing lets anybody in', async () => {
    const begun = await withIds(startedBy(['on', 'on_event', { event: 'visit' }]));
    const { projectId, scenarioId, userId } = begun;
    const request = { projectId, scenarioId, customers: [idOf('R-1')] };
    await expect(enrolNamed(context, request)).rejects.toThrow('no such API call trigger');
    await finishScenario(context, { projectId, scenarioId, by: { userId } });
    await expect(enrolNamed(context, request)).rejects.toThrow('lets nobody in now');
  });

  it('events that a program tells start walks as those of others do', async () => {
    const begun = await withIds(startedBy(['on', 'on_event', { event: 'visit' }]));
    const told = await trackNamed(context, begun.projectId, {
      events: [
        { customer: idOf('R-2'), type: 'visit', properties: { page: '/' } },
        { customer: idOf('nobody'), type: 'visit', properties: {} },
      ],
    });
    expect(told).toEqual({ tracked: 1, unknown: [1] });
    await world.settle();
    expect((await begun.entries()).map(({ customer }) => customer)).toEqual([1]);
  });
});
