import { expect, it } from 'vitest';
import type { AppContext } from '../../app-context.ts';
import type { TestCustomer } from '../../testing/add-test-customers.ts';
import { beginOnMonday } from '../../testing/begin-on-monday.ts';
import { beginRun, type BegunRun } from '../../testing/begin-run.ts';
import { cityScenario } from '../../testing/city-scenario.ts';
import type { World } from '../../testing/create-world.ts';
import { listWalks, namesOfWalks, type WalksQuery } from '../../testing/list-walks.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { dispatch } from '../messages/dispatch.ts';
import { stopScenario } from '../runs/life-cycle.ts';
import { describeRun } from '../runs/progress.ts';
import { exportRunWalks } from './export-run-walks.ts';

let context: AppContext;
let world: World;
beginOnMonday((ground) => {
  ({ context, world } = ground);
});

const document = cityScenario({
  versions: [{ language: 'en', message: '{{ customer.text }}' }],
  maximumParts: 1,
});

const customers: readonly TestCustomer[] = [
  {
    registered: 'C-1',
    attributes: { first_name: 'Ann', email: 'ann@shop.example', city: 'Brno', text: 'Hi' },
  },
  { registered: '=1+1', attributes: { first_name: 'Žofie', last_name: 'Nová', city: 'Praha' } },
  { attributes: { first_name: '@Cyd', city: 'Brno', text: 'x'.repeat(200) }, phone: null },
  { registered: 'C-4', attributes: { first_name: 'Dan', city: 'Brno', text: 'x'.repeat(200) } },
];

const linesOf = async (run: BegunRun, query: WalksQuery = {}, portion = 1_000): Promise<string[]> => {
  const { projectId, scenarioId, runId, userId } = run;
  const { file } = await exportRunWalks(
    context,
    { projectId, scenarioId, runId },
    { ...query, userId, portion },
  );
  let text = '';
  for await (const part of file) text += part;
  return text.replace('\uFEFF', '').trimEnd().split('\r\n');
};

it('finds customers of a node by name, e-mail, phone and id, as the list of customers does', async () => {
  const run = await beginRun(world, document, customers);
  const found = (search: string) => namesOfWalks(context, run, { nodeId: 'if', output: 'match', search });
  expect(await found('')).toEqual(['@Cyd', 'Ann', 'Dan']);
  expect(await found(' ANN ')).toEqual(['Ann']);
  expect(await found('SHOP.example')).toEqual(['Ann']);
  expect(await found('C-4')).toEqual(['Dan']);
  expect(await found('07700 900003')).toEqual(['Dan']);
  expect(await found('%')).toEqual([]);
  // They are of the run, and left by the other way.
  expect(await found('zofie')).toEqual([]);
  expect(await namesOfWalks(context, run, { nodeId: 'wait', state: 'inside', search: 'nova' })).toEqual([
    'Žofie Nová',
  ]);
  expect(await namesOfWalks(context, run, { search: 'cyd' })).toEqual(['@Cyd']);
});

it('goes on after a page in which nobody was found', async () => {
  const run = await beginRun(world, document, customers);
  const pages: string[][] = [];
  let cursor: string | undefined;
  do {
    const page = await listWalks(context, run, { search: 'ann', cursor, window: 1, longestMs: 0 });
    pages.push(page.items.map(({ customerName }) => customerName));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(pages.length).toBeGreaterThan(3);
  expect(pages.flat()).toEqual(['Ann']);
});

it('lists those whom a node refused for one reason, as many as were counted', async () => {
  const run = await beginRun(world, document, customers);
  const refused = (refusal: string, query: WalksQuery = {}) =>
    namesOfWalks(context, run, { nodeId: 'sms', refusal, ...query });
  expect(await refused('message_too_long')).toEqual(['Dan']);
  expect(await refused('no_phone')).toEqual(['@Cyd']);
  expect(await refused('no_phone', { search: 'dan' })).toEqual([]);
  expect(await refused('consent')).toEqual([]);
  expect(await namesOfWalks(context, run, { nodeId: 'if', refusal: 'no_phone' })).toEqual([]);
  const [dan] = (await listWalks(context, run, { nodeId: 'sms', refusal: 'message_too_long' })).items;
  expect(dan?.step).toMatchObject({ nodeName: 'SMS', words: 'Not sent: message too long' });
});

it('tells of the visit that was refused, where others were not', async () => {
  const run = await beginRun(world, document, customers);
  await context.database.pool.query(
    `UPDATE enrolment SET path = '[3,"out",1,"no_phone"],[3,"out",2,"enqueued"],' WHERE run_id = $1`,
    [run.runId],
  );
  const { items } = await listWalks(context, run, { nodeId: 'sms', refusal: 'no_phone', limit: 1 });
  expect(items[0]?.step).toMatchObject({ visit: 1, words: 'Not sent: no phone number' });
});

it('lists those whose message was passed on and then not sent, as many as were counted', async () => {
  await takeJobs(context, 'dispatch');
  const run = await beginRun(world, document, customers);
  const jobs = await takeJobs(context, 'dispatch');
  await stopScenario(context, { ...run, by: run.start.by });
  for (const job of jobs) await dispatch(context, job);
  const { projectId, scenarioId, runId } = run;
  const { refusals } = await describeRun(context, { projectId, scenarioId, runId });
  expect(refusals).toContainEqual({ nodeId: 'sms', status: 'suppressed', type: 'cancelled', count: 1 });
  const asked = { nodeId: 'sms', refusal: 'cancelled' };
  const { items } = await listWalks(context, run, asked);
  expect(items.map(({ customerName, step }) => [customerName, step?.words])).toEqual([
    ['Ann', 'Not sent: cancelled before it was sent'],
  ]);
  expect((await linesOf(run, asked)).slice(1)).toHaveLength(1);
  expect(await namesOfWalks(context, run, { nodeId: 'sms', refusal: 'expired' })).toEqual([]);
});

it('of those who stand at a node once more tells where they stand, not how they left it before', async () => {
  const run = await beginRun(world, document, customers);
  await context.database.pool.query(
    `UPDATE enrolment SET path = '[1,"out",1],[4,"timeout",2],' WHERE run_id = $1`,
    [run.runId],
  );
  const here = async (state: 'inside' | 'ended') =>
    (await listWalks(context, run, { nodeId: 'wait', state })).items.map(
      ({ customerName, state: is, step }) => [customerName, is, step],
    );
  expect(await here('inside')).toEqual([['Žofie Nová', 'inside', null]]);
  expect((await linesOf(run, { nodeId: 'wait', state: 'inside' }))[1]).toContain('"Inside"');
  await stopScenario(context, { ...run, by: run.start.by });
  await world.settle();
  expect(await here('ended')).toEqual([['Žofie Nová', 'ended', null]]);
});

it('writes all that is listed into a file, with who, where, when and why', async () => {
  const run = await beginRun(world, document, customers);
  const [ann, zofie, cyd, dan] = run.customerIds;
  const head = '"customer_id","registered","name","phone","node","output","time","reason"';
  const at = '"2026-11-23T10:00:00.000Z"';
  const match = [
    `"${dan}","C-4","Dan","+447700900003","Condition","Match",${at},"city is Brno"`,
    `"${cyd}","","'@Cyd","","Condition","Match",${at},"city is Brno"`,
    `"${ann}","C-1","Ann","+447700900000","Condition","Match",${at},"city is Brno"`,
  ];
  const [first, ...rows] = await linesOf(run, { nodeId: 'if', output: 'match' });
  expect(first).toBe(head);
  expect(rows.toSorted()).toEqual(match.toSorted());
  expect(await linesOf(run, { nodeId: 'if', output: 'match', search: 'dan' })).toEqual([head, match[0]]);
  expect(await linesOf(run, { nodeId: 'sms', refusal: 'message_too_long' })).toEqual([
    head,
    `"${dan}","C-4","Dan","+447700900003","SMS","Left",${at},"Not sent: message too long"`,
  ]);
  expect(await linesOf(run, { nodeId: 'wait', state: 'inside' })).toEqual([
    head,
    `"${zofie}","'=1+1","Žofie Nová","+447700900001","Wait","Inside",${at},"Waits for purchase, until 2026-11-25T10:00:00.000Z"`,
  ]);
  expect(await linesOf(run, { nodeId: 'gone' })).toEqual([head]);
});

it('writes each walk once, however many portions there are', async () => {
  const run = await beginRun(world, document, [
    ...customers,
    ...customers.map(({ attributes = {} }) => ({ attributes })),
  ]);
  const whole = await linesOf(run);
  expect(whole).toHaveLength(9);
  for (const portion of [1, 3, 8]) expect(await linesOf(run, {}, portion)).toEqual(whole);
});

it('says in the audit log who took a file, and of what', async () => {
  const run = await beginRun(world, document, customers);
  await linesOf(run, { nodeId: 'sms', refusal: 'no_phone' });
  const { rows } = await context.database.pool.query(
    `SELECT user_id AS "userId", subject_id AS "subjectId", detail FROM audit_entry
     WHERE project_id = $1 AND action = 'walks.export'`,
    [run.projectId],
  );
  expect(rows).toEqual([
    { userId: run.userId, subjectId: run.runId, detail: { nodeId: 'sms', refusal: 'no_phone' } },
  ]);
});
