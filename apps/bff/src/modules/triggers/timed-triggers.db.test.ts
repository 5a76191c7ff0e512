import { describe, expect, it } from 'vitest';
import type { ScenarioDocument } from '@curlew/scenario';
import { drawDocument, type DrawnNode } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { addTestCustomers, manyCustomers } from '../../testing/add-test-customers.ts';
import { beginRun } from '../../testing/begin-run.ts';
import type { World } from '../../testing/create-world.ts';
import { startScenario } from '../runs/start.ts';
import { fireTrigger } from './fire-trigger.ts';
import { beginOnMonday, monday } from '../../testing/begin-on-monday.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
let context: AppContext;
let world: World;
beginOnMonday((ground) => {
  ({ context, world } = ground);
});

const startedBy = (trigger: DrawnNode): ScenarioDocument =>
  drawDocument([trigger, ['sms', 'sms']], [`${trigger[0]} > sms`]);

describe('On date', () => {
  it('lets everyone in at its moment, once, and then the run is over', async () => {
    const begun = await beginRun(
      world,
      startedBy(['on', 'on_date', { date: '2026-11-24', time: '09:00', timeZone: 'Europe/Bratislava' }]),
      manyCustomers(3),
    );
    expect(await begun.run()).toMatchObject({ status: 'active', isOpen: true, enrolled: 0 });
    await addTestCustomers(context, begun.projectId, [{ phone: '+447700900999' }]);
    await world.travelTo('2026-11-24T07:59:59Z');
    expect(await begun.run()).toMatchObject({ enrolled: 0 });
    await world.travelTo('2026-11-24T08:00:00Z');
    // Who has come meanwhile is among everyone.
    expect(await begun.run()).toMatchObject({ status: 'finished', isOpen: false, enrolled: 4, walked: 4 });
  });

  it('lets each in at their own moment', async () => {
    const begun = await beginRun(
      world,
      startedBy(['on', 'on_date', { date: '2026-11-24', time: '09:00', timeZone: 'customer' }]),
      [
        { attributes: { time_zone: 'Asia/Tokyo' } },
        { attributes: { time_zone: 'America/New_York' } },
        // The project is in London.
        {},
      ],
    );
    await world.travelTo(monday + 3 * dayMs);
    const left = (await begun.paths()).map(([first]) => new Date(Number(first?.[2]) * 1_000).toISOString());
    expect(left).toEqual([
      '2026-11-24T00:00:00.000Z',
      '2026-11-24T14:00:00.000Z',
      '2026-11-24T09:00:00.000Z',
    ]);
    expect(await begun.run()).toMatchObject({ status: 'finished', enrolled: 3 });
  });

  it('that is past when the run starts lets nobody in', async () => {
    const begun = await beginRun(
      world,
      startedBy(['on', 'on_date', { date: '2026-11-22', time: '09:00', timeZone: 'project' }]),
    );
    expect(await begun.run()).toMatchObject({ status: 'finished', enrolled: 0 });
    const halfPast = await beginRun(
      world,
      startedBy(['on', 'on_date', { date: '2026-11-23', time: '09:00', timeZone: 'customer' }]),
      [{ attributes: { time_zone: 'Asia/Tokyo' } }, { attributes: { time_zone: 'America/New_York' } }],
    );
    await world.travelTo(monday + dayMs);
    expect(await halfPast.places()).toEqual({ 'on finished moment_past': 1, 'sms finished': 1 });
  });
});

describe('Repeat', () => {
  const everyMorning = (reentry?: object) =>
    startedBy(['each', 'repeat', { cron: '0 9 * * *', timeZone: 'Europe/Bratislava', ...reentry }]);

  it('lets everyone in again and again, over a change of clocks', async () => {
    world.jumpTo('2026-10-23T10:00:00Z');
    const begun = await beginRun(world, everyMorning());
    await world.travelTo('2026-10-26T12:00:00Z');
    expect((await begun.entries()).map(({ at }) => at)).toEqual([
      '2026-10-24T07:00:00.000Z',
      '2026-10-25T08:00:00.000Z',
      '2026-10-26T08:00:00.000Z',
    ]);
    expect(await begun.run()).toMatchObject({ status: 'active', isOpen: true, enrolled: 3, walked: 3 });
  });

  it('never happens twice for one moment', async () => {
    const begun = await beginRun(world, everyMorning());
    const [job] = world.pending();
    if (job?.queue !== 'fireTrigger') throw new Error('no trigger is waiting');
    world.jumpTo(job.due);
    await Promise.all([1, 2, 3].map(() => fireTrigger(context, job.job)));
    expect(await begun.run()).toMatchObject({ enrolled: 1 });
  });

  it('that was missed happens once when everything is on again, late, and then in time', async () => {
    const begun = await beginRun(world, everyMorning());
    world.jumpTo('2026-11-27T12:00:00Z');
    await world.settle();
    await world.travelTo('2026-11-28T12:00:00Z');
    expect((await begun.entries()).map(({ at }) => at)).toEqual([
      '2026-11-27T12:00:00.000Z',
      '2026-11-28T08:00:00.000Z',
    ]);
  });

  it('lets nobody in again sooner than re-entry says, also by another run', async () => {
    const begun = await beginRun(
      world,
      everyMorning({ reentry: { mode: 'period', days: 2 } }),
      manyCustomers(2),
    );
    await world.travelTo(monday + 5 * dayMs);
    expect((await begun.entries()).map(({ at }) => at.slice(8, 10))).toEqual([
      '24',
      '24',
      '26',
      '26',
      '28',
      '28',
    ]);
  });

  it('lets each in once ever, whom earlier runs let in included', async () => {
    const begun = await beginRun(world, everyMorning(), manyCustomers(2));
    await world.travelTo(monday + dayMs);
    const { pool } = context.database;
    await pool.query(`UPDATE run SET status = 'finished' WHERE id = $1`, [begun.runId]);
    await pool.query(`UPDATE scenario SET status = 'inactive', document = $2 WHERE id = $1`, [
      begun.scenarioId,
      JSON.stringify(everyMorning({ reentry: { mode: 'once', days: 0 } })),
    ]);
    await addTestCustomers(context, begun.projectId, [{ phone: '+447700900999' }]);
    const { id } = await startScenario(context, begun.start);
    await world.travelTo(monday + 4 * dayMs);
    const { rows } = await pool.query('SELECT customer_id FROM enrolment WHERE run_id = $1', [id]);
    expect(rows).toHaveLength(1);
  });
});

describe('On date attribute', () => {
  const birthday = (settings: object = {}) =>
    startedBy([
      'on',
      'date_attribute',
      { attribute: 'birthday', time: '09:00', timeZone: 'project', ...settings },
    ]);
  const born = (...days: (string | undefined)[]) =>
    days.map((day) => (day === undefined ? {} : { attributes: { birthday: day } }));
  const entered = async ({ entries }: Awaited<ReturnType<typeof beginRun>>) =>
    (await entries()).map(({ customer, at }) => `${customer} ${at.slice(0, 16)}`);

  it('lets each in on their day of the year', async () => {
    const begun = await beginRun(
      world,
      birthday(),
      born('1990-11-24', '1985-11-25T10:00', '1990-11-23', '2026-11-26', '2027-11-24', undefined, 'soon'),
    );
    await world.travelTo('2026-11-27T00:00:00Z');
    expect(await entered(begun)).toEqual(['0 2026-11-24T09:00', '1 2026-11-25T09:00', '3 2026-11-26T09:00']);
    expect(await begun.run()).toMatchObject({ status: 'active', isOpen: true });
  });

  it('counts days before and after, and keeps to the end of months that are too short', async () => {
    world.jumpTo('2027-02-20T12:00:00Z');
    const begun = await beginRun(
      world,
      birthday({ offsetDays: -2, repeat: 'monthly' }),
      born('2026-01-31', '2026-02-28', '2026-01-29', '2026-01-15'),
    );
    await world.travelTo('2027-03-30T00:00:00Z');
    expect(await entered(begun)).toEqual([
      '0 2027-02-26T09:00',
      '1 2027-02-26T09:00',
      '2 2027-02-26T09:00',
      '3 2027-03-13T09:00',
      // London is on summer time from the 28th.
      '1 2027-03-26T09:00',
      '2 2027-03-27T09:00',
      '0 2027-03-29T08:00',
    ]);
  });

  it('of 29 February comes on the 28th of other years', async () => {
    world.jumpTo('2027-02-20T12:00:00Z');
    const begun = await beginRun(world, birthday(), born('2004-02-29'));
    await world.travelTo('2027-03-02T00:00:00Z');
    world.jumpTo('2028-02-26T12:00:00Z');
    await world.travelTo('2028-03-02T00:00:00Z');
    expect(await entered(begun)).toEqual(['0 2027-02-28T09:00', '0 2028-02-29T09:00']);
  });

  it('comes by the clock of each customer', async () => {
    const begun = await beginRun(world, birthday({ timeZone: 'customer' }), [
      { attributes: { birthday: '1990-11-25', time_zone: 'Asia/Tokyo' } },
      { attributes: { birthday: '1990-11-25', time_zone: 'America/New_York' } },
      { attributes: { birthday: '1990-11-25', time_zone: 'Australia/Lord_Howe' } },
    ]);
    await world.travelTo('2026-11-27T00:00:00Z');
    expect(await entered(begun)).toEqual(['2 2026-11-24T22:00', '0 2026-11-25T00:00', '1 2026-11-25T14:00']);
  });
});
