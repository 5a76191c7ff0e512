import { walk, type WebhookRequest } from '@curlew/engine';
import type { AppContext } from '../../app-context.ts';
import { resolveName, type OutboundRules } from '../../http/outbound/outbound-rules.ts';
import type { JobOf } from '../../jobs/queues.ts';
import { loadMessageFacts } from '../runs/message-facts.ts';
import { parkJob } from '../runs/parked-jobs.ts';
import { comeAgainSeconds, holdRunState } from '../runs/run-state.ts';
import { shareScenarios } from '../runs/scenario-lock.ts';
import { findVersion } from '../runs/versions.ts';
import { makeRequest, type WebhookAnswer } from '../webhooks/make-request.ts';
import { loadBatch } from './load-batch.ts';
import { lockEnrolments, readPlaces } from './store.ts';
import { stopWalks } from './stop-walks.ts';
import { findWalkNeeds } from './walk-needs.ts';
import { claimCalls, giveUpCalls, recordAnswers, type Visit } from './webhook-store.ts';

interface ClaimedCall extends Visit {
  readonly request: WebhookRequest;
}

// Committed before anyone is called: after a crash it is known which requests may have been made.
const claim = async (context: AppContext, job: JobOf<'callWebhooks'>): Promise<ClaimedCall[]> => {
  const { database, now } = context;
  const version = await findVersion(database.pool, job.runId);
  const { projectId, runId } = version;
  const scenario = { id: version.scenarioId, name: version.name };
  const facts = await loadMessageFacts(context, projectId, scenario);
  return database.transaction(async (connection) => {
    const state = await holdRunState(connection, version);
    if (!state) {
      await context.jobs.send(connection, 'callWebhooks', {
        jobs: [job],
        startAfterSeconds: comeAgainSeconds,
      });
      return [];
    }
    if (state.isPaused && state.ending === null) {
      await parkJob(connection, { projectId, runId }, { queue: 'callWebhooks', job });
      return [];
    }
    const enrolments = await lockEnrolments(connection, job);
    if (state.ending !== null) {
      await stopWalks(connection, { ...version, ending: state.ending }, enrolments);
      return [];
    }
    const { nodeId } = job;
    const visits = enrolments.map(({ id, visit }) => ({ enrolmentId: id, visit }));
    const ours = await claimCalls(connection, { projectId, runId, nodeId, at: now() }, visits);
    const claimed = enrolments.filter(({ id }) => ours.has(id));
    const needs = findWalkNeeds(version.document, { nodeId, defaults: facts.defaults });
    const batch = await loadBatch(connection, { version, nodeId, enrolments: claimed, facts, needs });
    const go = walk(version.document, facts);
    return claimed.flatMap(({ id, visit, customerId, eventId }) => {
      const customer = batch.customers.get(customerId);
      if (!customer) throw new Error(`enrolment ${id} is of a customer that does not exist`);
      const event = eventId === null ? undefined : batch.events.get(eventId);
      const { question } = go({
        nodeId,
        visit,
        customer,
        ...(event ? { event } : {}),
        ...(batch.webhooks.has(id) ? { webhook: batch.webhooks.get(id) } : {}),
      });
      return question?.kind === 'webhook' ? [{ enrolmentId: id, visit, request: question.request }] : [];
    });
  });
};

const callsAtOnce = 20;

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

/**
 * Makes the requests of enrolments that stand at a Webhook node, each at most once for its visit, and sends on whoever has an
 * answer. A job that runs twice finds its requests taken.
 */
export const callWebhooks = async (
  context: AppContext,
  job: JobOf<'callWebhooks'>,
  rules: OutboundRules = { allowed: context.config.webhookAllow, resolve: resolveName },
): Promise<void> => {
  const claimed = await claim(context, job);
  if (claimed.length === 0) return;
  const { scenarioId } = await findVersion(context.database.pool, job.runId);
  for (let start = 0; start < claimed.length; start += callsAtOnce) {
    const answers = await Promise.all(
      claimed.slice(start, start + callsAtOnce).map(async ({ enrolmentId, visit, request }) => ({
        enrolmentId,
        visit,
        answer: await makeRequest(request, rules),
      })),
    );
    await record(context, scenarioId, answers);
  }
};

/** Longer than any call takes: the request of a thousand may queue behind each other for half an hour at worst. */
const lostAfterMs = 45 * 60_000;
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
