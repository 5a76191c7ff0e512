import { beforeEach, expect } from 'vitest';
import type { ScenarioDocument } from '@curlew/scenario';
import { drawDocument, type DrawnNode } from '@curlew/testkit';
import type { AppContext } from '../app-context.ts';
import { manyCustomers } from './add-test-customers.ts';
import { beginOnMonday } from './begin-on-monday.ts';
import { beginRun, type BegunRun } from './begin-run.ts';
import type { World } from './create-world.ts';
import { takeJobs } from './queued-jobs.ts';
import { readMessages } from './read-campaign.ts';
import { readStatus } from './scenario-life.ts';

/** Whoever signs up waits so many hours and gets a message, and then what else is named. */
export const waitingDocument = (hours: number, more: readonly DrawnNode[] = []): ScenarioDocument =>
  drawDocument(
    [
      ['on', 'on_event', { event: 'sign_up' }],
      ['wait', 'wait', { mode: 'duration', duration: { amount: hours, unit: 'hours' } }],
      ['sms', 'sms'],
      ...more,
    ],
    ['on > wait', 'wait > sms', ...more.map(([id]) => `sms > ${id}`)],
  );

/** The hooks of a file about what becomes of those who wait in a run, and what its tests do and ask. */
export const withWaitingRuns = (tell: Parameters<typeof beginOnMonday>[0]) => {
  let context: AppContext;
  let world: World;
  const clock = beginOnMonday((ground) => {
    ({ context, world } = ground);
    tell(ground);
  });
  beforeEach(() => takeJobs(context, 'dispatch'));
  return {
    clock,
    /** A run in which three wait. */
    inside: async (hours = 2): Promise<BegunRun> => {
      const begun = await beginRun(world, waitingDocument(hours), manyCustomers(3));
      for (const customer of [0, 1, 2]) await begun.track(customer, 'sign_up');
      await world.settle();
      expect(await begun.places()).toEqual({ 'wait active': 3 });
      return begun;
    },
    statusOf: (run: BegunRun) => readStatus(context, run),
    /** What each message says and its status. */
    texts: async ({ projectId }: BegunRun) =>
      (await readMessages(context, projectId)).map(({ text, status }) => `${text} ${status}`),
    /** What the log says was done to the life of a scenario. */
    audited: async ({ scenarioId }: BegunRun) => {
      const { rows } = await context.database.pool.query<{ action: string }>(
        `SELECT action FROM audit_entry WHERE subject_id = $1 AND action ~ 'finish|stop|pause|resume|publish' ORDER BY at, id`,
        [scenarioId],
      );
      return rows.map(({ action }) => action);
    },
  };
};
