import { expect, it } from 'vitest';
import { drawDocument } from '@curlew/testkit';
import { beginRun } from '../../testing/begin-run.ts';
import type { AppContext } from '../../app-context.ts';
import type { World } from '../../testing/create-world.ts';
import { beginOnMonday, monday } from '../../testing/begin-on-monday.ts';

const hourMs = 3_600_000;
let context: AppContext;
let world: World;
beginOnMonday((ground) => {
  ({ context, world } = ground);
});

const isGold = { kind: 'attribute', property: 'tier', type: 'text', operator: 'is', values: ['gold'] };

const document = drawDocument(
  [
    ['on', 'on_event', { event: 'visit' }],
    [
      'if',
      'condition',
      // What the settings hold is the test's own matter.
      { filter: { match: 'all', groups: [{ match: 'all', conditions: [isGold] }] } } as never,
    ],
    ['split', 'split', { winner: { after: { amount: 1, unit: 'hours' }, by: 'event', event: 'purchase' } }],
    ['one', 'sms'],
    ['other', 'sms'],
  ],
  ['on > if', 'if.match > split', 'split.a > one', 'split.b > other'],
);

it('a test begins when the first customer comes to it, and not with those who never do', async () => {
  const { track, outputs, runId, customerIds } = await beginRun(world, document, [
    { attributes: { tier: 'none' } },
    ...Array.from({ length: 30 }, () => ({ attributes: { tier: 'gold' } })),
  ]);
  const visit = async (first: number, last: number): Promise<Record<string, number>> => {
    for (let customer = first; customer <= last; customer += 1) await track(customer, 'visit');
    await world.settle();
    return outputs('split');
  };
  await visit(0, 0);
  await world.travelTo(monday + 3 * hourMs);
  const tried = await visit(1, 20);
  const { a = 0, b = 0 } = tried;
  expect(Math.min(a, b)).toBeGreaterThan(0);
  // Everyone who took A buys, and nobody else.
  const { rows } = await context.database.pool.query<{ customerId: string }>(
    `SELECT customer_id AS "customerId" FROM enrolment WHERE run_id = $1 AND way_taken(path)->2->>1 = 'a'`,
    [runId],
  );
  await world.travelTo(monday + 4 * hourMs - 1);
  for (const { customerId } of rows) await track(customerIds.indexOf(customerId), 'purchase');
  await world.travelTo(monday + 4 * hourMs);
  expect(await visit(21, 30)).toEqual({ a: a + 10, b });
});

it('a click counts against messages that were sent: what a person took as not sent was no try', async () => {
  const byClick = drawDocument(
    [
      ['on', 'on_event', { event: 'visit' }],
      ['split', 'split', { winner: { after: { amount: 1, unit: 'hours' }, by: 'click_rate', event: '' } }],
      ['one', 'sms'],
      ['other', 'sms'],
    ],
    ['on > split', 'split.a > one', 'split.b > other'],
  );
  const { track, outputs, runId, projectId } = await beginRun(
    world,
    byClick,
    Array.from({ length: 30 }, () => ({})),
  );
  for (let customer = 0; customer < 20; customer += 1) await track(customer, 'visit');
  await world.settle();
  const { a = 0, b = 0 } = await outputs('split');
  const { pool } = context.database;
  // Of A all were sent and one was clicked; of B one was sent and clicked.
  await pool.query(
    `WITH turned AS (
       SELECT id, node_id, row_number() OVER (PARTITION BY node_id ORDER BY id) = 1 AS is_first FROM message WHERE run_id = $1)
     UPDATE message m SET status = CASE WHEN m.node_id = 'one' OR t.is_first THEN 'sent' ELSE 'failed' END::message_status,
       sent_at = CASE WHEN m.node_id = 'one' OR t.is_first THEN m.created_at END
     FROM turned t WHERE t.id = m.id`,
    [runId],
  );
  await pool.query(
    `INSERT INTO short_link (slug, project_id, message_id, target, identity_transfer, expires_at, clicks)
     SELECT left(md5(id::text), 8), $2, id, 'https://example.com', 'off', now() + interval '1 day', 1 FROM (
       SELECT DISTINCT ON (node_id) id FROM message WHERE run_id = $1 AND status = 'sent' ORDER BY node_id, id) clicked`,
    [runId, projectId],
  );
  await world.travelTo(monday + hourMs);
  for (let customer = 20; customer < 30; customer += 1) await track(customer, 'visit');
  await world.settle();
  expect(Math.min(a, b)).toBeGreaterThan(1);
  expect(await outputs('split')).toEqual({ a, b: b + 10 });
});
