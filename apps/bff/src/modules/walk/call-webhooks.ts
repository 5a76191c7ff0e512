import { walk, type MessageFacts, type WebhookRequest } from '@curlew/engine';
import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import { resolveName, type OutboundRules } from '../../http/outbound/outbound-rules.ts';
import type { JobOf } from '../../jobs/queues.ts';
import { loadMessageFacts } from '../runs/message-facts.ts';
import { parkJob } from '../runs/parked-jobs.ts';
import { comeAgainSeconds, holdRunState } from '../runs/run-state.ts';
import { shareScenarios } from '../runs/scenario-lock.ts';
import { findVersion, type PinnedVersion } from '../runs/versions.ts';
import { makeRequest, type WebhookAnswer } from '../webhooks/make-request.ts';
import { loadBatch } from './load-batch.ts';
import { lockEnrolments, readPlaces, type EnrolmentRow } from './store.ts';
import { stopWalks } from './stop-walks.ts';
import { findWalkNeeds } from './walk-needs.ts';
import { claimCalls, giveUpCalls, recordAnswers, type Visit } from './webhook-store.ts';

interface ClaimedCall extends Visit {
  readonly request: WebhookRequest;
}

interface Preparation {
  readonly version: PinnedVersion;
  readonly facts: MessageFacts;
}

const prepare = async (context: AppContext, runId: string): Promise<Preparation> => {
  const version = await findVersion(context.database.pool, runId);
  const { projectId, scenarioId: id, name } = version;
  return { version, facts: await loadMessageFacts(context, projectId, { id, name }) };
};

const renderRequests = async (
  connection: PoolClient,
  { version, facts }: Preparation,
  { nodeId, enrolments }: { nodeId: string; enrolments: readonly EnrolmentRow[] },
): Promise<ClaimedCall[]> => {
  // Of what comes after the node nothing is done here. Nobody is held for it: this transaction has their enrolments already, and a walk
  // gets them last.
  const needs = {
    ...findWalkNeeds(version.document, { nodeId, defaults: facts.defaults }),
    conditions: [],
    policyIds: new Set<string>(),
    setsAttributes: false,
  };
  const batch = await loadBatch(connection, { version, nodeId, enrolments, facts, needs });
  const go = walk(version.document, facts);
  return enrolments.flatMap(({ id, visit, customerId, eventId }) => {
    const customer = batch.customers.get(customerId);
    if (!customer) throw new Error(`enrolment ${id} is of a customer that does not exist`);
    const event = eventId === null ? undefined : batch.events.get(eventId);
    const { question, nodeId: askedBy } = go({
      nodeId,
      visit,
      customer,
      ...(event ? { event } : {}),
      ...(batch.webhooks.has(id) ? { webhook: batch.webhooks.get(id) } : {}),
    });
    // Whose request cannot be written goes on, and may come to another webhook: that one asks when they stand there.
    return question?.kind === 'webhook' && askedBy === nodeId
      ? [{ enrolmentId: id, visit, request: question.request }]
      : [];
  });
};

interface Calls {
  readonly projectId: string;
  readonly job: JobOf<'callWebhooks'>;
  readonly startAfterSeconds?: number;
}

const sendCalls = (
  { jobs }: Pick<AppContext, 'jobs'>,
  connection: PoolClient,
  { projectId, job, ...when }: Calls,
): Promise<void> => jobs.send(connection, 'callWebhooks', { jobs: [job], owner: projectId, ...when });

// No more than are made at once: what is claimed when a server dies is given up, though nobody was called.
const callsAtOnce = 20;

/** Claims the first of a job. Committed before anyone is called: after a crash it is known which requests may have been made. */
const claim = (
  context: AppContext,
  { version, facts }: Preparation,
  job: JobOf<'callWebhooks'>,
): Promise<ClaimedCall[] | 'later'> =>
  context.database.transaction(async (connection) => {
    const { jobs, now } = context;
    const { projectId, runId } = version;
    const state = await holdRunState(connection, version);
    if (!state) {
      await sendCalls(context, connection, { projectId, job, startAfterSeconds: comeAgainSeconds });
      return 'later';
    }
    if (state.isPaused && state.ending === null) {
      await parkJob(connection, { projectId, runId }, { queue: 'callWebhooks', job });
      return 'later';
    }
    const { nodeId, enrolmentIds } = job;
    const first = { ...job, enrolmentIds: enrolmentIds.slice(0, callsAtOnce) };
    const enrolments = await lockEnrolments(connection, first);
    if (state.ending !== null) {
      await stopWalks(connection, { ...version, ending: state.ending }, enrolments);
      return [];
    }
    const at = now();
    const preparation = { version, facts: { ...facts, now: at.getTime() } };
    const requests = await renderRequests(connection, preparation, { nodeId, enrolments });
    const asking = new Set(requests.map(({ enrolmentId }) => enrolmentId));
    const silent = enrolments.flatMap(({ id }) => (asking.has(id) ? [] : [id]));
    // What they have now gives no request any more: their walk finds out why.
    if (silent.length > 0)
      await jobs.send(connection, 'walk', { jobs: [{ runId, nodeId, enrolmentIds: silent }] });
    const ours = await claimCalls(connection, { projectId, runId, nodeId, at }, requests);
    return requests.filter(({ enrolmentId }) => ours.has(enrolmentId));
  });

// By where they stand now: they may have been moved to another version meanwhile.
const record = async (
  { database, jobs, now }: AppContext,
  scenarioId: string,
  answers: readonly (Visit & { readonly answer: WebhookAnswer })[],
): Promise<void> => {
  await database.transaction(async (connection) => {
    await shareScenarios(connection, [scenarioId]);
    await recordAnswers(connection, now(), answers);
    const ids = answers.map(({ enrolmentId }) => enrolmentId);
    for (const place of await readPlaces(connection, ids))
      await jobs.send(connection, 'walk', { jobs: [place] });
  });
};

/** A node that is slow to answer must not keep those of other scenarios waiting for a thousand of its answers. */
const usualTurnMs = 60_000;

/**
 * Makes the requests of enrolments that stand at a Webhook node, each at most once for its visit, and sends on whoever has an
 * answer. A job that runs twice finds its requests taken; whom a turn has no time for a job that queues behind others calls.
 */
export const callWebhooks = async (
  context: AppContext,
  job: JobOf<'callWebhooks'>,
  {
    rules = { allowed: context.config.webhookAllow, resolve: resolveName },
    turnMs = usualTurnMs,
  }: { readonly rules?: OutboundRules; readonly turnMs?: number } = {},
): Promise<void> => {
  const { database } = context;
  const preparation = await prepare(context, job.runId);
  const { projectId } = preparation.version;
  const turnEnd = performance.now() + turnMs;
  for (let start = 0; start < job.enrolmentIds.length; start += callsAtOnce) {
    const left = { ...job, enrolmentIds: job.enrolmentIds.slice(start) };
    if (start > 0 && performance.now() > turnEnd)
      return database.transaction((connection) => sendCalls(context, connection, { projectId, job: left }));
    const claimed = await claim(context, preparation, left);
    if (claimed === 'later') return;
    const answers = await Promise.all(
      claimed.map(async ({ enrolmentId, visit, request }) => ({
        enrolmentId,
        visit,
        answer: await makeRequest(request, rules),
      })),
    );
    if (answers.length > 0) await record(context, preparation.version.scenarioId, answers);
  }
};

/** Longer than any call takes. */
const lostAfterMs = 5 * 60_000;
const lost = 'Nobody knows whether it was answered: the server was stopped meanwhile';

/** Sends on whoever stands at a Webhook node whose request was begun and will not be answered any more. */
export const giveUpLostCalls = async (
  { database, jobs, now }: AppContext,
  afterMs: number = lostAfterMs,
): Promise<void> => {
  await database.transaction(async (connection) => {
    const at = now();
    const startedBefore = new Date(at.getTime() - afterMs);
    const calls = await giveUpCalls(connection, { startedBefore, at, said: lost });
    const ids = calls.map(({ enrolmentId }) => enrolmentId);
    for (const place of await readPlaces(connection, ids))
      await jobs.send(connection, 'walk', { jobs: [place] });
  });
};
