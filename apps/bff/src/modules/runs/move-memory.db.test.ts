import { expect, it } from 'vitest';
import type { ScenarioDocument } from '@curlew/scenario';
import { drawDocument, type DrawnNode } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import { beginRun, type BegunRun } from '../../testing/begin-run.ts';
import type { World } from '../../testing/create-world.ts';
import { newId } from '../../new-id.ts';
import { saveDraft } from '../scenarios/service.ts';
import { describeRun } from './progress.ts';
import { publishScenario } from './publish.ts';
import { beginOnMonday, monday } from '../../testing/begin-on-monday.ts';

const hourMs = 3_600_000;
let context: AppContext;
let world: World;
beginOnMonday((ground) => {
  ({ context, world } = ground);
});

const createPublisher = ({ projectId, scenarioId, start }: BegunRun) => {
  let { revision } = start;
  return async (document: ScenarioDocument, inside: 'finish' | 'move') => {
    const where = { projectId, scenarioId };
    ({ revision } = await saveDraft(context, where, { document, revision, by: start.by }));
    const { id: runId } = await publishScenario(context, { ...start, revision, inside });
    return async (nodeId: string): Promise<Record<string, number>> => {
      const { nodes } = await describeRun(context, { ...where, runId });
      const outputs = nodes.find((node) => node.nodeId === nodeId)?.outputs ?? [];
      return Object.fromEntries(outputs.map(({ id, count }) => [id, count]));
    };
  };
};

const on: DrawnNode = ['on', 'on_event', { event: 'visit' }];
const stay = (hours: number): DrawnNode => [
  'stay',
  'wait',
  { mode: 'duration', duration: { amount: hours, unit: 'hours' } },
];

it('several runs can be moved from at once: all of their passings of a limit count', async () => {
  const drawn = (hours: number) =>
    drawDocument(
      [on, ['limit', 'limit', { most: 3 }], stay(hours), ['sms', 'sms']],
      ['on > limit', 'limit.pass > stay', 'stay > sms'],
    );
  const begun = await beginRun(world, drawn(5), manyCustomers(6));
  const publish = createPublisher(begun);
  await begun.track(0, 'visit');
  await world.settle();
  await publish(drawn(6), 'finish');
  await begun.track(1, 'visit');
  await world.settle();
  const outputs = await publish(drawn(7), 'move');
  for (const customer of [2, 3, 4]) await begun.track(customer, 'visit');
  await world.settle();
  expect(await outputs('limit')).toEqual({ pass: 1, full: 2 });
});

it('a test goes on with what came of it before those inside were moved', async () => {
  const drawn = (hours: number) =>
    drawDocument(
      [
        on,
        ['split', 'split', { winner: { after: { amount: 2, unit: 'hours' }, by: 'click_rate', event: '' } }],
        ['one', 'sms'],
        ['other', 'sms'],
        stay(hours),
      ],
      ['on > split', 'split.a > one', 'split.b > other', 'one > stay', 'other > stay'],
    );
  const begun = await beginRun(world, drawn(24), manyCustomers(30));
  for (let customer = 0; customer < 20; customer += 1) await begun.track(customer, 'visit');
  await world.settle();
  const outputs = await createPublisher(begun)(drawn(48), 'move');
  const { pool } = context.database;
  // All were sent, and everyone who got the one clicks.
  await pool.query(`UPDATE message SET status = 'sent' WHERE project_id = $1`, [begun.projectId]);
  await pool.query(
    `INSERT INTO short_link (slug, project_id, message_id, target, identity_transfer, expires_at, clicks)
     SELECT $2 || id, project_id, id, 'https://example.com/', 'off', created_at + interval '1 day', 1 FROM message
     WHERE project_id = $1 AND node_id = 'one'`,
    [begun.projectId, newId()],
  );
  await world.travelTo(monday + 2 * hourMs);
  for (let customer = 20; customer < 30; customer += 1) await begun.track(customer, 'visit');
  await world.settle();
  expect(await outputs('split')).toEqual({ a: 10 });
});
