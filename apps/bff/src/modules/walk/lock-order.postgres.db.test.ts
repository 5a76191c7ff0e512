import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawDocument } from '@curlew/testkit';
import { isAnyoneWaiting } from '../../testing/is-anyone-waiting.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { startHttpTarget, type Target } from '../../testing/start-target.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { until } from '../../testing/until.ts';
import { walkScenario } from '../../testing/walk-scenario.ts';
import { callWebhooks } from './call-webhooks.ts';
import { readEnrolments, updatePlaces } from './store.ts';

let test: TestContext;
let target: Target;
let asked = 0;

beforeAll(async () => {
  test = await createTestContext();
  target = await startHttpTarget((_request, response) => {
    asked += 1;
    response.writeHead(200).end();
  });
  Object.assign(test.context.config, { webhookAllow: new Set([target.host]) });
});
afterAll(async () => {
  await target.stop();
  await test.stop();
});

// A walk has its customers before their enrolments: who has the enrolments must not wait for the customers.
it('requests are made whoever holds their customers, also where attributes are written after them', async () => {
  const { context } = test;
  await walkScenario(context, {
    document: drawDocument(
      [
        ['now', 'now'],
        ['call', 'webhook', { url: `http://${target.host}/` }],
        ['set', 'set_attribute', { attributes: [{ name: 'told', type: 'text', value: 'yes' }] }],
      ],
      ['now > call', 'call.ok > set'],
    ),
    customers: [{}],
  });
  const holder = await context.database.pool.connect();
  try {
    await holder.query('BEGIN');
    await holder.query('SELECT FROM customer FOR NO KEY UPDATE');
    const called = (async () => {
      for (const job of await takeJobs(context, 'callWebhooks')) await callWebhooks(context, job);
      return 'called';
    })();
    const late = new Promise((resolve) => setTimeout(resolve, 3_000, 'waited'));
    const came = await Promise.race([called, late]);
    await holder.query('ROLLBACK');
    await called;
    expect([came, asked]).toEqual(['called', 1]);
  } finally {
    holder.release();
  }
});

it('places are written in order of enrolments, whatever is alike of them', async () => {
  const { context } = test;
  const { pool } = context.database;
  const { runId } = await walkScenario(context, {
    document: drawDocument(
      [
        ['now', 'now'],
        ['wait', 'wait'],
        ['event', 'track_event', { event: 'done' }],
      ],
      ['now > wait', 'wait > event'],
    ),
    customers: [{}, {}, {}],
  });
  const { rows } = await pool.query<{ id: string }>(
    'SELECT id FROM enrolment WHERE run_id = $1 ORDER BY id',
    [runId],
  );
  const ids = rows.map(({ id }) => id);
  const take = (id = ''): [string, unknown[]] => ['SELECT FROM enrolment WHERE id = $1 FOR UPDATE', [id]];
  const other = await pool.connect();
  try {
    await other.query('BEGIN');
    await other.query(`SET LOCAL lock_timeout = '1s'`);
    await other.query(...take(ids[0]));
    const written = context.database.transaction(async (connection) => {
      const found = await readEnrolments(connection, { runId, nodeId: 'wait', enrolmentIds: ids });
      const places = found.toReversed().map((from) => ({
        from,
        nodeId: 'wait',
        visit: from.visit,
        isFinished: true,
        waitsUntil: null,
        awaits: null,
        ending: null,
        variant: null,
        steps: [],
      }));
      return updatePlaces(connection, { runId, nodeId: 'wait', at: new Date() }, places);
    });
    await until(() => isAnyoneWaiting(context));
    const isFree = await other.query(...take(ids[2])).then(
      () => true,
      () => false,
    );
    await other.query('ROLLBACK');
    expect([isFree, await written]).toEqual([true, 3]);
  } finally {
    other.release();
  }
});
