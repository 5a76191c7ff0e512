import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { drawDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import { beginRun, type BegunRun } from '../../testing/begin-run.ts';
import type { World } from '../../testing/create-world.ts';
import { readJobs, takeJobs } from '../../testing/queued-jobs.ts';
import { readMessages } from '../../testing/read-campaign.ts';
import { startHttpTarget, type Target } from '../../testing/start-target.ts';
import { walkScenario } from '../../testing/walk-scenario.ts';
import { pauseScenario, resumeScenario, stopScenario } from '../runs/life-cycle.ts';
import { callWebhooks } from './call-webhooks.ts';
import { walkEnrolments } from './walk-job.ts';
import { beginOnMonday, monday } from '../../testing/begin-on-monday.ts';

const hourMs = 3_600_000;
let context: AppContext;
let world: World;
const clock = beginOnMonday((ground) => {
  ({ context, world } = ground);
});
let target: Target;
let asked = 0;
let whenAsked: () => Promise<unknown> = () => Promise.resolve();

// As long as an answer of 200 KB, and telling them apart.
const longAnswer = (code: number): string => JSON.stringify({ code, ballast: 'x'.repeat(200_000) });

beforeAll(async () => {
  target = await startHttpTarget((_request, response) => {
    asked += 1;
    const code = asked;
    void whenAsked().then(() =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(longAnswer(code)),
    );
  });
  Object.assign(context.config, { webhookAllow: new Set([target.host]) });
});
beforeEach(async () => {
  asked = 0;
  whenAsked = () => Promise.resolve();
  for (const queue of ['walk', 'callWebhooks', 'dispatch'] as const) await takeJobs(context, queue);
});
afterAll(() => target.stop());

const document = () =>
  drawDocument(
    [
      ['now', 'now'],
      ['call', 'webhook', { url: `http://${target.host}/` }],
      ['wait', 'wait', { mode: 'duration', duration: { amount: 1, unit: 'hours' } }],
      ['sms', 'sms', { versions: [{ language: 'en', message: 'Code {{ webhook.code }}' }] }],
    ],
    ['now > call', 'call.ok > wait', 'wait > sms'],
  );

const kept = async ({ projectId }: Pick<BegunRun, 'projectId'>) => {
  const { rows } = await context.database.pool.query<{ bodies: number; answers: number }>(
    `SELECT (SELECT count(*)::int FROM webhook_call WHERE project_id = $1 AND body IS NOT NULL) AS bodies,
       (SELECT count(*)::int FROM enrolment WHERE project_id = $1 AND webhook IS NOT NULL) AS answers`,
    [projectId],
  );
  return rows[0];
};

it('what was answered is kept as long as a walk may ask for it', async () => {
  const begun = await beginRun(world, document(), manyCustomers(3));
  expect(await kept(begun)).toEqual({ bodies: 0, answers: 3 });
  await world.travelTo(monday + hourMs);
  expect(await readMessages(context, begun.projectId)).toHaveLength(3);
  expect(await kept(begun)).toEqual({ bodies: 0, answers: 0 });
  const stopped = await beginRun(world, document(), manyCustomers(2));
  const { projectId, scenarioId, userId } = stopped;
  await stopScenario(context, { projectId, scenarioId, by: { userId } });
  await world.settle();
  expect(await kept(stopped)).toEqual({ bodies: 0, answers: 0 });
});

it('long answers of many customers are walked on with some at a time', async () => {
  const begun = await beginRun(world, document(), manyCustomers(50));
  const { rows } = await context.database.pool.query<{ id: string }>(
    'SELECT id FROM enrolment WHERE run_id = $1 ORDER BY id',
    [begun.runId],
  );
  clock.now = monday + hourMs;
  const job = { runId: begun.runId, nodeId: 'wait', enrolmentIds: rows.map(({ id }) => id) };
  await walkEnrolments(context, job);
  // 4 MB of 200 KB each.
  const [rest] = await readJobs(context, 'walk');
  expect(rest?.data.enrolmentIds).toEqual(job.enrolmentIds.slice(20));
  for (let jobs = await takeJobs(context, 'walk'); jobs.length > 0; jobs = await takeJobs(context, 'walk'))
    for (const one of jobs) await walkEnrolments(context, one);
  const texts = (await readMessages(context, begun.projectId)).map(({ text }) => text);
  expect(new Set(texts).size).toBe(50);
});

it('a pause comes between requests, and nothing is claimed that is not made', async () => {
  const { campaign, runId } = await walkScenario(context, {
    document: document(),
    customers: manyCustomers(50),
  });
  const { projectId, scenarioId, userId } = campaign;
  const request = { projectId, scenarioId, by: { userId } };
  let paused: Promise<unknown> | undefined;
  whenAsked = () => (paused ??= pauseScenario(context, request));
  for (const job of await takeJobs(context, 'callWebhooks')) await callWebhooks(context, job);
  expect(asked).toBe(20);
  const claimed = async (): Promise<number | null> =>
    (await context.database.pool.query('SELECT FROM webhook_call WHERE run_id = $1', [runId])).rowCount;
  expect(await claimed()).toBe(20);
  await resumeScenario(context, request);
  for (const job of await takeJobs(context, 'callWebhooks')) await callWebhooks(context, job);
  expect([asked, await claimed()]).toEqual([50, 50]);
});

it('whom a turn has no time for a later job calls', async () => {
  await walkScenario(context, { document: document(), customers: manyCustomers(50) });
  for (const job of await takeJobs(context, 'callWebhooks')) await callWebhooks(context, job, { turnMs: 0 });
  expect(asked).toBe(20);
  const [rest] = await readJobs(context, 'callWebhooks');
  expect(rest?.data.enrolmentIds).toHaveLength(30);
});

it('requests are those of their project, of which few are made at once', async () => {
  const { campaign } = await walkScenario(context, { document: document(), customers: manyCustomers(1) });
  const { projectId, scenarioId, userId } = campaign;
  const owners = async () => {
    const { rows } = await context.database.pool.query(
      `SELECT group_id AS owner FROM job.job WHERE name = 'callWebhooks' AND state < 'active'`,
    );
    return rows;
  };
  expect(await owners()).toEqual([{ owner: projectId }]);
  const request = { projectId, scenarioId, by: { userId } };
  await pauseScenario(context, request);
  for (const job of await takeJobs(context, 'callWebhooks')) await callWebhooks(context, job);
  expect(await owners()).toEqual([]);
  await resumeScenario(context, request);
  expect(await owners()).toEqual([{ owner: projectId }]);
});

it('whose request cannot be written any more goes on at once, and is told why', async () => {
  const { runId } = await walkScenario(context, {
    document: drawDocument(
      [
        ['now', 'now'],
        ['call', 'webhook', { url: `http://${target.host}/{{ customer.points + 1 }}` }],
        ['failed', 'sms'],
      ],
      ['now > call', 'call.error > failed'],
    ),
    customers: [{ attributes: { points: 1 } }, { attributes: { points: 2 } }],
  });
  const jobs = await takeJobs(context, 'callWebhooks');
  await context.database.pool.query(
    `UPDATE customer SET attributes = attributes || '{"points": "many"}' WHERE attributes->'points' = '2'`,
  );
  for (const job of jobs) await callWebhooks(context, job);
  await world.settle();
  expect(asked).toBe(1);
  const { rows } = await context.database.pool.query<{ nodeId: string; step: unknown[] }>(
    `SELECT node_id AS "nodeId", way_taken(path)->1 AS step FROM enrolment WHERE run_id = $1 ORDER BY customer_id`,
    [runId],
  );
  expect(rows).toEqual([
    { nodeId: 'call', step: [2, 'ok', monday / 1_000, 200] },
    { nodeId: 'failed', step: [2, 'error', monday / 1_000, expect.stringMatching(/^(?!Nobody knows)/)] },
  ]);
});

it('in place of a request that cannot be written any more none of another webhook is made', async () => {
  await walkScenario(context, {
    document: drawDocument(
      [
        ['now', 'now'],
        ['call', 'webhook', { url: `http://${target.host}/{{ customer.points + 1 }}` }],
        ['other', 'webhook', { url: `http://${target.host}/other` }],
      ],
      ['now > call', 'call.error > other'],
    ),
    customers: [{ attributes: { points: 1 } }],
  });
  const jobs = await takeJobs(context, 'callWebhooks');
  await context.database.pool.query(`UPDATE customer SET attributes = '{"points": "many"}'`);
  for (const job of jobs) await callWebhooks(context, job);
  expect(asked).toBe(0);
  await world.settle();
  expect(asked).toBe(1);
});
