import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { undecided, type ResendReason, type Run } from '@curlew/contract';
import type { ScenarioDocument } from '@curlew/scenario';
import { createDocument, drawDocument, type DrawnNode } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { allLeft } from '../../testing/all-left.ts';
import { beginOnMonday, monday } from '../../testing/begin-on-monday.ts';
import { beginRun, type BegunRun } from '../../testing/begin-run.ts';
import type { World } from '../../testing/create-world.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { readMessages } from '../../testing/read-campaign.ts';
import { publishNext, requestOf, saveNext } from '../../testing/scenario-life.ts';
import { startHttpTarget, type Target } from '../../testing/start-target.ts';
import { createPolicy } from '../message-settings/policies.ts';
import { finishScenario, stopScenario } from '../runs/life-cycle.ts';
import { startScenario } from '../runs/start.ts';
import { previewResend } from './preview-resend.ts';
import { resendMessages } from './resend-messages.ts';

let context: AppContext;
let world: World;
const clock = beginOnMonday((ground) => {
  ({ context, world } = ground);
});
beforeEach(() => takeJobs(context, 'dispatch'));

const minuteMs = 60_000;
const later = (): void => {
  clock.now += minuteMs;
};
const ann = [{ attributes: { first_name: 'Ann' } }];
const off: ResendReason = { status: 'failed', reason: 'off' };
const guessed: ResendReason = { status: 'failed', reason: 'taken_as_not_sent' };
const guess = `${undecided}Olga took it as not sent.`;

/** What became of the latest message. */
const setLatest = async (
  { projectId }: BegunRun,
  status: string,
  error: string | null = off.reason,
): Promise<void> => {
  await context.database.pool.query(
    `UPDATE message SET status = $2::message_status, error = $3,
       sent_at = CASE WHEN $3 LIKE $4 THEN NULL ELSE created_at END
     WHERE id = (SELECT id FROM message WHERE project_id = $1 ORDER BY created_at DESC, id DESC LIMIT 1)`,
    [projectId, status, error, `${undecided}%`],
  );
  await allLeft(context, projectId);
};

interface Asked {
  readonly runId?: string;
  readonly nodeId?: string;
}

const placeOf = (begun: BegunRun, { runId = begun.runId, nodeId = 'sms-1' }: Asked = {}) => ({
  projectId: begun.projectId,
  scenarioId: begun.scenarioId,
  runId,
  nodeId,
});

const again = async (
  begun: BegunRun,
  {
    reasons = [off],
    revision = begun.start.revision,
    ...asked
  }: Asked & { reasons?: ResendReason[]; revision?: number } = {},
): Promise<Run> => {
  later();
  const run = await resendMessages(context, {
    ...placeOf(begun, asked),
    revision,
    reasons,
    by: begun.start.by,
  });
  await world.settle();
  later();
  return run;
};

const look = async (begun: BegunRun, asked: Asked = {}) =>
  (await previewResend(context, placeOf(begun, asked))).reasons;

const statuses = async ({ projectId }: BegunRun) =>
  (await readMessages(context, projectId)).map(({ status }) => status);

describe('whoever is reached again', () => {
  it('is found by any of the runs, however often the message was sent again', async () => {
    const begun = await beginRun(world, createDocument(), ann);
    await setLatest(begun, 'failed');
    const first = await again(begun);
    await setLatest(begun, 'failed');
    const second = await again(begun, { runId: first.id });
    expect(second.resend).toMatchObject({ runId: begun.runId });
    await setLatest(begun, 'failed');
    for (const runId of [begun.runId, first.id, second.id])
      expect(await look(begun, { runId })).toEqual([{ ...off, customers: 1 }]);
    await setLatest(begun, 'delivered');
    for (const runId of [begun.runId, first.id, second.id]) expect(await look(begun, { runId })).toEqual([]);
    await expect(again(begun, { runId: first.id })).rejects.toMatchObject({ code: 'bad_request' });
    expect(await statuses(begun)).toEqual(['failed', 'failed', 'delivered']);
  });

  it.each([
    ['expired', 'expired before it reached the network'],
    ['cancelled', 'cancelled'],
  ])('is also who was sent a message that the operator let be %s', async (status, error) => {
    const begun = await beginRun(world, createDocument(), ann);
    await setLatest(begun, status, error);
    expect(await look(begun)).toEqual([{ status: 'failed', reason: error, customers: 1 }]);
    // What never left did not fail.
    await context.database.pool.query('UPDATE message SET sent_at = NULL WHERE project_id = $1', [
      begun.projectId,
    ]);
    expect(await look(begun)).toEqual([]);
  });

  it('is nobody whose earlier message arrives late after all', async () => {
    const begun = await beginRun(world, createDocument(), ann);
    const [first] = await readMessages(context, begun.projectId);
    await setLatest(begun, 'failed', guess);
    await again(begun, { reasons: [guessed] });
    await setLatest(begun, 'failed');
    expect(await look(begun)).toEqual([{ ...off, customers: 1 }]);
    await context.database.pool.query(
      `UPDATE message SET status = 'delivered', error = NULL, sent_at = created_at WHERE id = $1`,
      [first?.id],
    );
    expect(await look(begun)).toEqual([]);
  });

  const waiting = (message: string): ScenarioDocument =>
    drawDocument(
      [
        ['on', 'on_event', { event: 'order' }],
        ['sms', 'sms', { versions: [{ language: 'en', message }] }],
        ['wait', 'wait', { mode: 'duration', duration: { amount: 5, unit: 'days' } }],
        ['end', 'track_event', { event: 'ended' }],
      ],
      ['on > sms', 'sms > wait', 'wait > end'],
    );
  const order = async (begun: BegunRun, status: string): Promise<void> => {
    await begun.track(0, 'order');
    await world.settle();
    await setLatest(begun, status);
    later();
  };

  it.each([
    [['failed'], [{ ...off, customers: 1 }]],
    [['failed', 'delivered'], []],
  ])('is known also when the walk was moved out of a finishing run: %j', async (became, found) => {
    const begun = await beginRun(world, waiting('Hello'), ann);
    for (const status of became) await order(begun, status);
    await finishScenario(context, requestOf(begun));
    later();
    const { id: runId } = await publishNext(context, begun, { document: waiting('Hello 2'), inside: 'move' });
    await world.settle();
    await stopScenario(context, requestOf(begun));
    await world.settle();
    expect(await look(begun, { nodeId: 'sms' })).toEqual(found);
    expect(await look(begun, { nodeId: 'sms', runId })).toEqual(found);
  });

  it('never came to another message that had its number', async () => {
    const draw = (id: string, message: string): ScenarioDocument =>
      drawDocument(
        [
          ['on', 'on_event', { event: 'order' }],
          [id, 'sms', { versions: [{ language: 'en', message }] }],
        ],
        [`on > ${id}`],
      );
    const begun = await beginRun(world, draw('first', '{{ 1 / 0 }}'), ann);
    await begun.track(0, 'order');
    await world.settle();
    later();
    const { id: runId } = await publishNext(context, begun, {
      document: draw('second', 'Other'),
      inside: 'leave',
    });
    await stopScenario(context, requestOf(begun));
    await world.settle();
    expect(await look(begun, { runId, nodeId: 'second' })).toEqual([]);
    expect(await look(begun, { nodeId: 'first' })).toMatchObject([{ reason: 'template_error' }]);
  });
});

describe('a message that is sent again', () => {
  it('counts in place of the one that failed once it is let through, and not before', async () => {
    const begun = await beginRun(world, createDocument(), ann);
    const { projectId, userId } = begun;
    const policy = await createPolicy(context, projectId, {
      name: 'Once',
      rules: [{ most: 1, days: 7 }],
      userId,
    });
    const limited = (message: string): ScenarioDocument =>
      createDocument({
        frequencyPolicy: { of: 'own', value: policy.id },
        versions: [{ language: 'en', message }],
      });
    later();
    const start = await saveNext(context, begun, { document: limited('Hello') });
    const { id: runId } = await startScenario(context, start);
    await world.settle();
    await setLatest(begun, 'failed');
    const failed = (await readMessages(context, projectId)).at(-1)?.id;
    const readUses = async () =>
      (
        await context.database.pool.query<{ id: string }>(
          'SELECT message_id AS id FROM frequency_use WHERE project_id = $1',
          [projectId],
        )
      ).rows.map(({ id }) => id);
    const broken = await saveNext(context, begun, {
      revision: start.revision,
      document: limited('{{ 1 / 0 }}'),
    });
    await again(begun, { runId, revision: broken.revision });
    expect(await readUses()).toEqual([failed]);
    const mended = await saveNext(context, begun, { revision: broken.revision, document: limited('Hello') });
    const templateError: ResendReason = { status: 'enqueue_failed', reason: 'template_error' };
    await again(begun, { runId, revision: mended.revision, reasons: [templateError] });
    const last = (await readMessages(context, projectId)).at(-1);
    expect(last?.status).toBe('enqueued');
    expect(await readUses()).toEqual([last?.id]);
  });

  const split = (id: string, variant: string): DrawnNode => [
    id,
    'split',
    {
      variants: [
        { id: variant, name: variant, weight: 100 },
        { id: 'x', name: 'Other', weight: 0 },
      ],
    },
  ];

  it.each(['Hello', '{{ 1 / 0 }}'])('is of the variant of then: “%s”', async (message) => {
    const document = drawDocument(
      [
        ['now', 'now'],
        split('one', 'First'),
        ['sms', 'sms', { versions: [{ language: 'en', message }] }],
        split('two', 'Second'),
        ['end', 'track_event', { event: 'ended' }],
      ],
      ['now > one', 'one.First > sms', 'sms > two', 'two.Second > end'],
    );
    const begun = await beginRun(world, document, ann);
    await setLatest(begun, 'failed');
    const [reason] = await look(begun, { nodeId: 'sms' });
    if (!reason) throw new Error('nobody failed');
    await again(begun, { nodeId: 'sms', reasons: [reason] });
    const { rows } = await context.database.pool.query<{ variant: string }>(
      `SELECT properties->>'variant' AS variant FROM customer_event WHERE project_id = $1 AND type = 'campaign'`,
      [begun.projectId],
    );
    expect(rows.map(({ variant }) => variant)).toEqual(['First', 'First']);
  });
});

describe('what a webhook answered', () => {
  let target: Target;
  beforeAll(async () => {
    target = await startHttpTarget((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"code":4711}');
    });
    Object.assign(context.config, { webhookAllow: new Set([target.host]) });
  });
  afterAll(() => target.stop());

  it('is forgotten when the walk is over, so that no message that speaks of it is sent again', async () => {
    const message = 'Hi {% if webhook %}{{ webhook.code }}{% else %}no code{% endif %}';
    const document = drawDocument(
      [
        ['now', 'now'],
        ['call', 'webhook', { url: `http://${target.host}/` }],
        ['sms', 'sms', { versions: [{ language: 'en', message }] }],
      ],
      ['now > call', 'call.ok > sms'],
    );
    const begun = await beginRun(world, document, ann);
    await setLatest(begun, 'failed');
    const { issues } = await previewResend(context, placeOf(begun, { nodeId: 'sms' }));
    expect(issues).toMatchObject([{ severity: 'warning' }, { severity: 'error', code: 'webhook_forgotten' }]);
    await expect(again(begun, { nodeId: 'sms' })).rejects.toMatchObject({ code: 'has_issues' });
    expect(clock.now).toBeGreaterThan(monday);
  });
});
