import { get } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDocument } from '@curlew/testkit';
import type { AppContext } from '../app-context.ts';
import { manyCustomers } from '../testing/add-test-customers.ts';
import { createTestCampaign } from '../testing/create-test-campaign.ts';
import { startFakeOperator, type FakeOperator } from '../testing/fake-operator.ts';
import { takeJobs } from '../testing/queued-jobs.ts';
import { createTestContext, type TestContext } from '../testing/test-context.ts';
import {
  createFallbackCampaign,
  enqueueAll,
  startTwoOperators,
  type TwoOperators,
} from '../testing/two-operators.ts';
import { dispatch } from '../modules/messages/dispatch.ts';
import { startScenario } from '../modules/runs/start.ts';
import { walkEnrolments } from '../modules/walk/walk-job.ts';
import { createMetrics } from './metrics.ts';
import { startMetricsServer, type MetricsServer } from './metrics-server.ts';

let test: TestContext;
let context: AppContext;
let operator: FakeOperator;
let operators: TwoOperators;
let server: MetricsServer;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
  operator = await startFakeOperator();
  operators = await startTwoOperators();
  server = await startMetricsServer(context, 0);
});
afterAll(async () => {
  await server.stop();
  await operator.stop();
  await operators.stop();
  await test.stop();
});

const read = async (): Promise<string[]> => {
  const answer = await fetch(`http://127.0.0.1:${server.port}/metrics`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain('text/plain');
  const text = await answer.text();
  return text.split('\n');
};

it('tells what this process knows, and that the database does not answer', async () => {
  const { config, log } = context;
  const metrics = createMetrics({ withProcess: false });
  metrics.batches.inc({ provider: 'sinch', outcome: 'unknown' });
  const query = () => Promise.reject(new Error('gone'));
  // Nothing else of a database is asked for.
  const database = { pool: { query } } as unknown as AppContext['database'];
  const alone = await startMetricsServer({ config, log, metrics, database }, 0);
  const answer = await fetch(`http://127.0.0.1:${alone.port}/metrics`);
  const lines = (await answer.text()).split('\n');
  await alone.stop();
  expect(lines).toEqual(
    expect.arrayContaining([
      'curlew_database_up 0',
      'curlew_batches_open Nan',
      'curlew_batches_total{provider="sinch",outcome="unknown"} 1',
    ]),
  );
  expect(await read()).toContain('curlew_database_up 1');
});

it('tells what was sent, what was refused, how long the operator took, and what waits', async () => {
  const campaign = await createTestCampaign(context, {
    operatorUrl: operator.url,
    document: createDocument(),
    customers: [...manyCustomers(3), { phone: null }],
  });
  await startScenario(context, campaign.start);
  const figures = await read();
  expect(figures).toContain('curlew_jobs_due{queue="walk"} 1');
  expect(figures).toContain('curlew_jobs_oldest_due_seconds{queue="import"} 0');
  for (const job of await takeJobs(context, 'walk')) await walkEnrolments(context, job);
  operator.answer((call, index) =>
    index === 0 ? { status: 503 } : { status: 201, body: { id: call.client_reference } },
  );
  for (const job of await takeJobs(context, 'dispatch')) await dispatch(context, job);
  for (const job of await takeJobs(context, 'dispatch')) await dispatch(context, job);
  const lines = await read();
  expect(lines).toEqual(
    expect.arrayContaining([
      'curlew_batches_total{provider="sinch",outcome="retry"} 1',
      'curlew_batches_total{provider="sinch",outcome="accepted"} 1',
      'curlew_messages_total{provider="sinch",status="sent"} 3',
      'curlew_gate_refusals_total{status="suppressed",type="no_phone"} 1',
      'curlew_provider_seconds_count{provider="sinch"} 2',
      'curlew_batches_open 0',
      'curlew_providers_held 0',
      'curlew_messages_unknown 0',
      'curlew_late_starts 0',
    ]),
  );
  expect(
    lines.filter((line) => line.startsWith('curlew_jobs_due{queue="walk"}') && !line.endsWith(' 0')),
  ).toEqual([]);
});

it('tells how many messages a fallback got', async () => {
  const campaign = await createFallbackCampaign(context, operators, { customers: 4 });
  await enqueueAll(context, campaign);
  await context.database.pool.query(
    `UPDATE integration SET held_until = now() + interval '1 minute' WHERE id = $1`,
    [campaign.integrationId],
  );
  for (const job of await takeJobs(context, 'dispatch')) await dispatch(context, job);
  expect(await read()).toContain('curlew_messages_handed_over_total{provider="sinch",fallback="sinch"} 4');
});

it('names nobody', async () => {
  const text = (await read()).join('\n');
  const { rows } = await context.database.pool.query<{ said: string }>(
    `SELECT recipient AS said FROM message UNION SELECT text FROM message UNION SELECT id::text FROM customer`,
  );
  expect(rows.length).toBeGreaterThan(6);
  for (const { said } of rows) expect(text).not.toContain(said);
});

it.each(['/api/me', '/metrics/', '//', '//[', '*'])('has nothing else, such as %s', async (path) => {
  // As it is: `fetch` would correct the address first.
  const status = await new Promise((resolve, reject) => {
    get({ port: server.port, path }, (answer) => resolve(answer.resume().statusCode)).on('error', reject);
  });
  expect(status).toBe(404);
});
