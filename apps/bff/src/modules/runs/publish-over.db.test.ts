import { beforeEach, describe, expect, it } from 'vitest';
import type { ScenarioDocument } from '@curlew/scenario';
import { drawDocument, type DrawnNode } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { newId } from '../../new-id.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import { createTestCampaign, type TestCampaign } from '../../testing/create-test-campaign.ts';
import type { FakeOperator } from '../../testing/fake-operator.ts';
import { readJobs, takeJobs } from '../../testing/queued-jobs.ts';
import { readMessages, tally } from '../../testing/read-campaign.ts';
import { publishNext, requestOf } from '../../testing/scenario-life.ts';
import { trackForEach } from '../../testing/track-for-each.ts';
import { withFakeOperator } from '../../testing/with-fake-operator.ts';
import { dispatch } from '../messages/dispatch.ts';
import { enrolNamed } from '../triggers/enrol-named.ts';
import { fireTrigger } from '../triggers/fire-trigger.ts';
import { routeEvents } from '../triggers/route-events.ts';
import { walkEnrolments } from '../walk/walk-job.ts';
import { pauseScenario, resumeScenario } from './life-cycle.ts';
import { startScenario } from './start.ts';

const monday = Date.parse('2026-11-23T10:00:00Z');
const clock = { now: monday };
let context: AppContext;
let operator: FakeOperator;

withFakeOperator(
  (ground) => {
    ({ context, operator } = ground);
  },
  { now: () => new Date(clock.now) },
);
beforeEach(async () => {
  clock.now = monday;
  for (const queue of ['walk', 'dispatch', 'fireTrigger'] as const) await takeJobs(context, queue);
});

const startedBy = (trigger: DrawnNode): ScenarioDocument =>
  drawDocument(
    [trigger, ['wait', 'wait', { mode: 'duration', duration: { amount: 1, unit: 'hours' } }], ['sms', 'sms']],
    [`${trigger[0]} > wait`, 'wait > sms'],
  );

const begin = async (document: ScenarioDocument): Promise<TestCampaign & { runId: string }> => {
  const campaign = await createTestCampaign(context, {
    document,
    customers: manyCustomers(2),
    operatorUrl: operator.url,
  });
  const { id: runId } = await startScenario(context, campaign.start);
  return { ...campaign, runId };
};

const publish = async (
  campaign: TestCampaign,
  document: ScenarioDocument,
  inside: 'finish' | 'move' | 'leave',
): Promise<string> => (await publishNext(context, campaign, { document, inside })).id;

/** How many entered each run. */
const entered = async ({ projectId }: TestCampaign): Promise<Record<string, number>> => {
  const { rows } = await context.database.pool.query<{ runId: string }>(
    'SELECT run_id AS "runId" FROM enrolment WHERE project_id = $1',
    [projectId],
  );
  return tally(rows.map(({ runId }) => runId));
};

describe('what has happened and was not looked at yet when a version is published over another', () => {
  it.each(['finish', 'move', 'leave'] as const)(
    'an event lets in once, by the new version (%s)',
    async (how) => {
      const document = startedBy(['on', 'on_event', { event: 'sign_up' }]);
      const begun = await begin(document);
      const { projectId, customerIds } = begun;
      clock.now += 60_000;
      await trackForEach(context, { projectId, customerIds: [customerIds[0] ?? ''] }, 'sign_up');
      await routeEvents(context);
      await trackForEach(context, { projectId, customerIds: [customerIds[1] ?? ''] }, 'sign_up');
      clock.now += 100;
      const runId = await publish(begun, document, how);
      await routeEvents(context);
      expect(await entered(begun)).toEqual(
        how === 'move' ? { [runId]: 2 } : { [begun.runId]: 1, [runId]: 1 },
      );
    },
  );

  it.each([
    ['on_date', { date: '2026-11-23', time: '11:00', timeZone: 'project' }],
    ['repeat', { cron: '0 11 * * *', timeZone: 'project' }],
  ] as const)('a moment of %s lets in once, by the new version', async (kind, settings) => {
    const document = startedBy(['clock', kind, settings]);
    const begun = await begin(document);
    clock.now = Date.parse('2026-11-23T11:00:02Z');
    const runId = await publish(begun, document, 'finish');
    for (const job of await takeJobs(context, 'fireTrigger')) await fireTrigger(context, job);
    expect(await entered(begun)).toEqual({ [runId]: 2 });
    const later = await readJobs(context, 'fireTrigger');
    expect(later.map(({ data }) => new Date(data.dueAt).toISOString())).toEqual(
      kind === 'repeat' ? ['2026-11-24T11:00:00.000Z'] : [],
    );
  });

  it('a moment that the version before came to is not made up for', async () => {
    const document = startedBy(['clock', 'repeat', { cron: '0 11 * * *', timeZone: 'project' }]);
    const begun = await begin(document);
    clock.now = Date.parse('2026-11-23T11:00:01Z');
    // The queue does not know yet that it has been done.
    for (const { data } of await readJobs(context, 'fireTrigger')) await fireTrigger(context, data);
    await publish(begun, document, 'finish');
    for (const job of await takeJobs(context, 'fireTrigger'))
      if (job.dueAt <= clock.now) await fireTrigger(context, job);
    expect(await entered(begun)).toEqual({ [begun.runId]: 2 });
  });

  it('a moment that a pause kept back does, when the new version goes on', async () => {
    const document = startedBy([
      'clock',
      'on_date',
      { date: '2026-11-23', time: '11:00', timeZone: 'project' },
    ]);
    const begun = await begin(document);
    await pauseScenario(context, requestOf(begun));
    clock.now = Date.parse('2026-11-23T11:30:00Z');
    const fire = async (): Promise<void> => {
      for (const job of await takeJobs(context, 'fireTrigger')) await fireTrigger(context, job);
    };
    await fire();
    const runId = await publish(begun, document, 'move');
    await fire();
    expect(await entered(begun)).toEqual({});
    await resumeScenario(context, requestOf(begun));
    await fire();
    expect(await entered(begun)).toEqual({ [runId]: 2 });
  });

  it('a moment that the new version does not have any more lets nobody in', async () => {
    const begun = await begin(startedBy(['clock', 'repeat', { cron: '0 11 * * *', timeZone: 'project' }]));
    clock.now = Date.parse('2026-11-23T11:00:02Z');
    await publish(
      begun,
      startedBy(['clock', 'repeat', { cron: '30 10 * * *', timeZone: 'project' }]),
      'finish',
    );
    for (const { data } of await readJobs(context, 'fireTrigger'))
      if (data.dueAt <= clock.now) await fireTrigger(context, data);
    expect(await entered(begun)).toEqual({});
  });
});

it.each(['finish', 'move', 'leave'] as const)(
  'a call that has let somebody in does not do so again by the new version (%s)',
  async (how) => {
    const document = drawDocument(
      [
        ['call', 'api'],
        ['sms', 'sms'],
      ],
      ['call > sms'],
    );
    const begun = await begin(document);
    const { projectId, scenarioId, customerIds } = begun;
    await context.database.pool.query(
      `INSERT INTO customer_identifier (project_id, kind, value, customer_id)
       SELECT $1, 'registered', id::text, id FROM unnest($2::uuid[]) AS id`,
      [projectId, customerIds],
    );
    const call = async (key: string): Promise<number> => {
      const customers = customerIds.map((value) => ({ kind: 'registered', value }));
      return (await enrolNamed(context, { projectId, scenarioId, customers, key })).entered;
    };
    expect(await call('order 7')).toBe(2);
    for (const job of await takeJobs(context, 'walk')) await walkEnrolments(context, job);
    await publish(begun, document, how);
    expect([await call('order 7'), await call('order 8')]).toEqual([0, 2]);
  },
);

it.each(['move', 'leave'] as const)(
  'what a pause keeps back stays where a new version is published (%s)',
  async (how) => {
    const document = drawDocument(
      [
        ['now', 'now'],
        ['on', 'on_event', { event: 'sign_up' }],
        ['sms', 'sms'],
      ],
      ['now > sms', 'on > sms'],
    );
    const begun = await begin(document);
    for (const job of await takeJobs(context, 'walk')) await walkEnrolments(context, job);
    await pauseScenario(context, requestOf(begun));
    const send = async (): Promise<void> => {
      for (const job of await takeJobs(context, 'dispatch')) await dispatch(context, job);
    };
    const statuses = async () =>
      tally((await readMessages(context, begun.projectId)).map(({ status }) => status));
    await send();
    await publish(begun, document, how);
    await send();
    expect(await statuses()).toEqual({ enqueued: 2 });
    await resumeScenario(context, requestOf(begun));
    await send();
    expect(await statuses()).toEqual({ sent: 2 });
  },
);

it('all that a long pause has kept back goes on when it ends', async () => {
  const begun = await begin(startedBy(['on', 'on_event', { event: 'sign_up' }]));
  const { projectId, runId } = begun;
  await pauseScenario(context, requestOf(begun));
  const job = { runId, nodeId: 'wait', enrolmentIds: [newId()] };
  await context.database.pool.query(
    `INSERT INTO parked_job (id, project_id, run_id, queue, data)
     SELECT new_uuid(), $1, $2, 'walk', $3 FROM generate_series(1, 250)`,
    [projectId, runId, JSON.stringify(job)],
  );
  const parked = async (): Promise<number | null> =>
    (await context.database.pool.query('SELECT FROM parked_job WHERE run_id = $1', [runId])).rowCount;
  // It is killed after some of them.
  let portions = 0;
  const send: AppContext['jobs']['send'] = (connection, queue, order) => {
    portions += 1;
    if (portions === 2) throw new Error('killed');
    return context.jobs.send(connection, queue, order);
  };
  const dying = { ...context, jobs: { ...context.jobs, send } };
  await expect(resumeScenario(dying, requestOf(begun))).rejects.toThrow('killed');
  expect([await parked(), await takeJobs(context, 'walk')]).toEqual([250, []]);
  await resumeScenario(context, requestOf(begun));
  expect(await takeJobs(context, 'walk')).toEqual(Array.from({ length: 250 }, () => job));
  expect([await parked(), portions]).toEqual([0, 2]);
});
