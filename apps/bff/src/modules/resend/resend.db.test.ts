import { beforeEach, describe, expect, it } from 'vitest';
import { undecided, type ResendReason, type Run } from '@curlew/contract';
import type { ScenarioDocument } from '@curlew/scenario';
import { createDocument, drawDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { allLeft } from '../../testing/all-left.ts';
import { beginOnMonday } from '../../testing/begin-on-monday.ts';
import { beginRun, type BegunRun } from '../../testing/begin-run.ts';
import type { World } from '../../testing/create-world.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { tally } from '../../testing/read-campaign.ts';
import { publishNext, readStatus, saveNext } from '../../testing/scenario-life.ts';
import { finishScenario, stopScenario } from '../runs/life-cycle.ts';
import { describeLatestRun, describeRunDocument } from '../runs/progress.ts';
import { publishScenario } from '../runs/publish.ts';
import { startScenario } from '../runs/start.ts';
import { previewResend } from './preview-resend.ts';
import { resendMessages } from './resend-messages.ts';

let context: AppContext;
let world: World;
beginOnMonday((ground) => {
  ({ context, world } = ground);
});
beforeEach(() => takeJobs(context, 'dispatch'));

const names = ['Ann', 'Ben', 'Cem', 'Dora', 'Eve', 'Finn'];
const people = names.map((first_name) => ({ attributes: { first_name } }));

/** Says Hello, and fails for two of them. */
const broken =
  '{% if customer.first_name in ["Ann", "Ben"] %}{{ 1 / 0 }}{% endif %}Hello {{ customer.first_name }}';
const mended = 'Hello again {{ customer.first_name }}';
const saying = (message: string): ScenarioDocument =>
  createDocument({ versions: [{ language: 'en', message }] });

interface Said {
  readonly status: string;
  readonly error?: string;
}

/** What became of the latest message of each. */
const settle = async ({ projectId, customerIds }: BegunRun, of: Readonly<Record<string, Said>>) => {
  for (const [name, { status, error = null }] of Object.entries(of))
    await context.database.pool.query(
      `UPDATE message SET status = $3::message_status, error = $4 WHERE id =
         (SELECT id FROM message WHERE project_id = $1 AND customer_id = $2 ORDER BY created_at DESC, id DESC LIMIT 1)`,
      [projectId, customerIds[names.indexOf(name)], status, error],
    );
  await allLeft(context, projectId);
};

const unreachable = { status: 'failed', error: 'The phone was switched off' };
const decided = { status: 'failed', error: `${undecided}Olga took it as not sent on 2026-11-23 10:05 UTC.` };

/** A run that is over: a template error for Ann and Ben, and what came of the messages of the others. */
const failedRun = async (): Promise<BegunRun> => {
  const begun = await beginRun(world, saying(broken), people);
  await settle(begun, {
    Cem: unreachable,
    Dora: decided,
    Eve: { status: 'delivered' },
    Finn: { status: 'unknown' },
  });
  return begun;
};

const placeOf = ({ projectId, scenarioId, runId }: BegunRun, nodeId = 'sms-1') => ({
  projectId,
  scenarioId,
  runId,
  nodeId,
});

const templateError: ResendReason = { status: 'enqueue_failed', reason: 'template_error' };
const switchedOff: ResendReason = { status: 'failed', reason: unreachable.error };
const notSent: ResendReason = { status: 'failed', reason: 'taken_as_not_sent' };
const all = [templateError, switchedOff, notSent];

const resend = async (
  begun: BegunRun,
  reasons: readonly ResendReason[],
  revision = begun.start.revision,
): Promise<Run> => {
  const run = await resendMessages(context, { ...placeOf(begun), revision, reasons, by: begun.start.by });
  await world.settle();
  return run;
};

/** Who got which text in which run. */
const textsOf = async ({ customerIds }: BegunRun, runId: string): Promise<string[]> => {
  const { rows } = await context.database.pool.query<{ customerId: string; text: string }>(
    `SELECT customer_id AS "customerId", text FROM message WHERE run_id = $1`,
    [runId],
  );
  return rows.map(({ customerId, text }) => `${names[customerIds.indexOf(customerId)]}: ${text}`).toSorted();
};

const mend = async (begun: BegunRun): Promise<number> =>
  (await saveNext(context, begun, { document: saying(mended) })).revision;

describe('sending a message again', () => {
  it('says first whom it would reach, by reason', async () => {
    const begun = await failedRun();
    expect(await previewResend(context, placeOf(begun))).toEqual({
      revision: begun.start.revision,
      issues: [expect.objectContaining({ severity: 'warning', nodeId: 'sms-1' })],
      isChanged: false,
      reasons: [
        { ...templateError, customers: 2 },
        { ...switchedOff, customers: 1 },
        { ...notSent, customers: 1 },
      ],
      rarer: 0,
      rejected: 0,
    });
  });

  it('reaches exactly those who failed for the reasons that were chosen, with the message as it is now', async () => {
    const begun = await failedRun();
    const revision = await mend(begun);
    expect(await previewResend(context, placeOf(begun))).toMatchObject({ revision, isChanged: true });
    const run = await resend(begun, [templateError, switchedOff], revision);
    expect(run).toMatchObject({
      status: 'active',
      enrolled: 3,
      resend: { runId: begun.runId, nodeId: 'sms-1', nodeName: 'SMS' },
    });
    expect(await textsOf(begun, run.id)).toEqual([
      'Ann: Hello again Ann',
      'Ben: Hello again Ben',
      'Cem: Hello again Cem',
    ]);
    expect(await describeLatestRun(context, begun)).toMatchObject({
      id: run.id,
      status: 'finished',
      walked: 3,
    });
    expect(await readStatus(context, begun)).toBe('inactive');
    const { rows } = await context.database.pool.query(
      `SELECT action, detail->>'customers' AS customers FROM audit_entry WHERE subject_id = $1 ORDER BY at DESC, id DESC LIMIT 1`,
      [begun.scenarioId],
    );
    expect(rows).toEqual([{ action: 'scenario.resend', customers: '3' }]);
  });

  it('reaches nobody twice: who may get it now, or has got it, is left out, and who failed again is not', async () => {
    const begun = await failedRun();
    const revision = await mend(begun);
    await resend(begun, all, revision);
    // What has not left yet may become anything.
    await expect(previewResend(context, placeOf(begun))).rejects.toMatchObject({ code: 'already_running' });
    await allLeft(context, begun.projectId);
    expect(await previewResend(context, placeOf(begun))).toMatchObject({ reasons: [] });
    await expect(resend(begun, all, revision)).rejects.toMatchObject({ code: 'bad_request' });
    await settle(begun, {
      Ann: { status: 'delivered' },
      Ben: { status: 'sent' },
      Cem: unreachable,
      Dora: { status: 'unknown' },
    });
    const again = await resend(begun, all, revision);
    expect(await textsOf(begun, again.id)).toEqual(['Cem: Hello again Cem']);
    // Asked of what was sent again it is the same question.
    await settle(begun, { Cem: unreachable });
    const { reasons } = await previewResend(context, { ...placeOf(begun), runId: again.id });
    expect(reasons).toEqual([{ ...switchedOff, customers: 1 }]);
  });

  it('runs that message alone, with what its walk knew when it failed', async () => {
    const document = drawDocument(
      [
        ['on', 'on_event', { event: 'order' }],
        [
          'split',
          'split',
          {
            variants: [
              { id: 'a', name: 'Warm', weight: 100 },
              { id: 'b', name: 'Cold', weight: 0 },
            ],
          },
        ],
        ['sms', 'sms', { versions: [{ language: 'en', message: 'Order {{ event.number }}' }] }],
        ['end', 'track_event', { event: 'ended' }],
      ],
      ['on > split', 'split.a > sms', 'sms > end'],
    );
    const begun = await beginRun(world, document, people);
    await begun.track(0, 'order', { properties: { number: 4711 } });
    await world.settle();
    await settle(begun, { Ann: unreachable });
    const place = placeOf(begun, 'sms');
    await expect(previewResend(context, place)).rejects.toMatchObject({ code: 'already_running' });
    const { projectId, scenarioId, userId } = begun;
    await finishScenario(context, { projectId, scenarioId, by: { userId } });
    const { revision, by } = begun.start;
    const run = await resendMessages(context, { ...place, revision, reasons: [switchedOff], by });
    await world.settle();
    expect(await textsOf(begun, run.id)).toEqual(['Ann: Order 4711']);
    const { rows } = await context.database.pool.query<{
      type: string;
      variant: string | null;
      run: string | null;
    }>(
      `SELECT type, properties->>'variant' AS variant FROM customer_event WHERE project_id = $1 AND type IN ('campaign', 'ended')`,
      [projectId],
    );
    expect(tally(rows.map(({ type, variant }) => `${type} ${variant}`))).toEqual({
      'campaign Warm': 2,
      'ended null': 1,
    });
    const drawn = await describeRunDocument(context, { projectId, scenarioId, runId: run.id });
    expect(drawn.document.nodes.map(({ kind, name }) => [kind, name])).toEqual([
      ['now', 'Sent again'],
      ['sms', 'SMS'],
    ]);
  });

  it('knows of the versions that took the place of one another', async () => {
    const draw = (message: string): ScenarioDocument =>
      drawDocument(
        [
          ['on', 'on_event', { event: 'order' }],
          ['sms', 'sms', { versions: [{ language: 'en', message }] }],
        ],
        ['on > sms'],
      );
    const begun = await beginRun(world, draw('{{ 1 / 0 }}'), people);
    await begun.track(0, 'order');
    await begun.track(1, 'order');
    await world.settle();
    const published = await publishNext(context, begun, { document: draw('Mended'), inside: 'finish' });
    await begun.track(1, 'order');
    await world.settle();
    const { projectId, scenarioId, userId } = begun;
    await stopScenario(context, { projectId, scenarioId, by: { userId } });
    await allLeft(context, projectId);
    for (const runId of [begun.runId, published.id]) {
      const { reasons } = await previewResend(context, { ...placeOf(begun, 'sms'), runId });
      expect(reasons).toEqual([{ ...templateError, customers: 1 }]);
    }
  });

  it('refuses what cannot be sent again, and changes nothing', async () => {
    const begun = await failedRun();
    const { projectId, scenarioId } = begun;
    await expect(resend(begun, all, begun.start.revision + 1)).rejects.toMatchObject({
      code: 'revision_conflict',
    });
    await expect(previewResend(context, placeOf(begun, 'now'))).rejects.toMatchObject({ code: 'not_found' });
    await expect(resend(begun, [{ status: 'failed', reason: 'Nobody said that' }])).rejects.toMatchObject({
      code: 'bad_request',
    });
    const empty = await saveNext(context, begun, { document: saying('') });
    expect(await previewResend(context, placeOf(begun))).toMatchObject({
      issues: [{ severity: 'error', nodeId: 'sms-1' }, { severity: 'warning' }],
    });
    await expect(resend(begun, all, empty.revision)).rejects.toMatchObject({ code: 'has_issues' });
    const gone = drawDocument(
      [
        ['now', 'now'],
        ['other', 'sms'],
      ],
      ['now > other'],
    );
    const without = await saveNext(context, begun, { document: gone, revision: empty.revision });
    await expect(resend(begun, all, without.revision)).rejects.toMatchObject({
      code: 'has_issues',
      message: expect.stringContaining('does not have this message any more'),
    });
    expect(await describeLatestRun(context, { projectId, scenarioId })).toMatchObject({ id: begun.runId });
    expect(await readStatus(context, begun)).toBe('inactive');
  });

  it('is not published over, and nothing else starts beside it', async () => {
    const begun = await failedRun();
    const revision = await mend(begun);
    const request = { ...placeOf(begun), revision, reasons: all, by: begun.start.by };
    const both = await Promise.allSettled([
      resendMessages(context, request),
      resendMessages(context, request),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const start = { ...begun.start, revision };
    await expect(startScenario(context, start)).rejects.toMatchObject({ code: 'already_running' });
    await expect(publishScenario(context, { ...start, inside: 'finish' })).rejects.toMatchObject({
      code: 'already_running',
    });
    await world.settle();
    expect(await describeLatestRun(context, begun)).toMatchObject({ status: 'finished', enrolled: 4 });
  });
});
