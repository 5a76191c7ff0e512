import { walk, type CustomerFacts, type MessageFacts, type WalkInput } from '@curlew/engine';
import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import { inOneGo } from '../../database/in-one-go.ts';
import { preferIndexes } from '../../database/prefer-indexes.ts';
import type { JobOf } from '../../jobs/queues.ts';
import { createPauses } from '../../pauses.ts';
import { findIntegrationChoice } from '../integrations/integration-choice.ts';
import { loadMessageFacts } from '../runs/message-facts.ts';
import { parkJob } from '../runs/parked-jobs.ts';
import type { RefusalChange } from '../runs/counts.ts';
import { comeAgainSeconds, holdRunState, type RunState } from '../runs/run-state.ts';
import { findVersion, type PinnedVersion } from '../runs/versions.ts';
import { answerLimits } from './answer-limits.ts';
import { loadBatch, type LoadedBatch } from './load-batch.ts';
import { beginTests, findWinners } from './split-tests.ts';
import { readEnrolments, type EnrolmentRow } from './store.ts';
import { stopWalks } from './stop-walks.ts';
import type { Walked } from './walked.ts';
import { findWalkNeeds } from './walk-needs.ts';
import { countFitting } from './webhook-store.ts';
import { OvertakenError, writeWalks } from './write-walks.ts';

interface Preparation {
  readonly version: PinnedVersion;
  readonly facts: MessageFacts;
  readonly choose: Awaited<ReturnType<typeof findIntegrationChoice>>;
}

// What every customer of the job needs alike: read before the transaction, which then holds nothing for longer.
const prepare = async (context: AppContext, runId: string): Promise<Preparation> => {
  const version = await findVersion(context.database.pool, runId);
  const scenario = { id: version.scenarioId, name: version.name };
  const [facts, choose] = await Promise.all([
    loadMessageFacts(context, version.projectId, scenario),
    findIntegrationChoice(context, version.projectId),
  ]);
  return { version, facts, choose };
};

const inputOf = (
  nodeId: string,
  enrolment: EnrolmentRow,
  { customer, batch }: { customer: CustomerFacts; batch: LoadedBatch },
): WalkInput => {
  const { id, visit, waitsUntil, enteredAt, eventId, variant } = enrolment;
  const event = eventId === null ? undefined : batch.events.get(eventId);
  const happened = batch.happened.get(id);
  const answer = batch.answers.get(id);
  return {
    nodeId,
    visit,
    customer,
    // Whoever was held came to the node then, and not now.
    ...(waitsUntil === null ? {} : { reachedAt: enteredAt.getTime() }),
    // Until the epoch: they were moved here from another version, whose settings say nothing here.
    ...(waitsUntil !== null && waitsUntil.getTime() > 0 ? { heldUntil: waitsUntil.getTime() } : {}),
    ...(event ? { event } : {}),
    ...(happened ? { happened } : {}),
    ...(answer ? { answer } : {}),
    ...(batch.webhooks.has(id) ? { webhook: batch.webhooks.get(id) } : {}),
    ...(variant === null ? {} : { variant }),
  };
};

interface Turn {
  readonly nodeId: string;
  readonly enrolments: readonly EnrolmentRow[];
  readonly turnMs: number;
  readonly walkMs: number;
  readonly startedAt: Date;
  readonly facts: MessageFacts;
}

/** What webhooks have answered is held in memory for all of a batch: a thousand long answers would be too much of it. */
const mostAnswerBytes = 4 * 1_024 * 1_024;

// Walks as many as the turn has room for, and at least one: a message that is slow to render must not keep the
// database, nor the walks of other scenarios, waiting for a thousand of it.
const walkInTurn = async (
  connection: PoolClient,
  version: PinnedVersion,
  { nodeId, enrolments, turnMs, walkMs, startedAt, facts }: Turn,
): Promise<{ walked: Walked[]; rest: readonly EnrolmentRow[] }> => {
  const needs = findWalkNeeds(version.document, { nodeId, defaults: facts.defaults });
  const readsAnswers = needs.readsWebhook || version.nodes.get(nodeId)?.kind === 'webhook';
  const ids = enrolments.map(({ id }) => id);
  const fitting = readsAnswers ? await countFitting(connection, ids, mostAnswerBytes) : ids.length;
  const taken = enrolments.slice(0, fitting);
  const batch = await loadBatch(connection, { version, nodeId, enrolments: taken, facts, needs });
  const winners = await findWinners(connection, { version, splits: needs.splits, facts });
  const turnEnd = performance.now() + turnMs;
  const go = walk(version.document, facts, {
    run: { startedAt: startedAt.getTime(), winners },
    mayGoOn: () => performance.now() < turnEnd + walkMs,
  });
  const walked: Walked[] = [];
  const seen = new Set<string>();
  const rest = enrolments.slice(fitting);
  const { isDue, pause } = createPauses();
  for (const enrolment of taken) {
    // What the first walk of a customer does the second is to know: it is made in another job.
    if (seen.has(enrolment.customerId) || (walked.length > 0 && performance.now() >= turnEnd)) {
      rest.push(enrolment);
      continue;
    }
    seen.add(enrolment.customerId);
    const customer = batch.customers.get(enrolment.customerId);
    if (!customer) throw new Error(`enrolment ${enrolment.id} is of a customer that does not exist`);
    const input = inputOf(nodeId, enrolment, { customer, batch });
    walked.push({ enrolment, customer, input, result: go(input) });
    if (isDue()) await pause();
  }
  const answered = await answerLimits(connection, { version, go }, walked);
  await beginTests(connection, { version, walked: answered, now: new Date(facts.now) }, needs.splits);
  return { walked: answered, rest };
};

/** `walkMs`: so long after its turn a walk goes on to the next node; from there another job does. */
const usualTurn = { turnMs: 1_000, walkMs: 4_000 };

interface WalkTurn extends Preparation {
  readonly job: JobOf<'walk'>;
  readonly turn: typeof usualTurn;
}

const walkOnce = async (
  context: AppContext,
  connection: PoolClient,
  { version, facts: prepared, choose, job, turn }: WalkTurn,
): Promise<readonly RefusalChange[]> => {
  const { projectId, runId } = version;
  const [, state, enrolments] = await inOneGo<[void, RunState | null, EnrolmentRow[]]>(connection, [
    () => preferIndexes(connection),
    () => holdRunState(connection, version),
    () => readEnrolments(connection, job),
  ]);
  if (!state) {
    await context.jobs.send(connection, 'walk', { jobs: [job], startAfterSeconds: comeAgainSeconds });
    return [];
  }
  if (state.isPaused && state.ending === null) {
    await parkJob(connection, { projectId, runId }, { queue: 'walk', job });
    return [];
  }
  if (enrolments.length === 0) return [];
  if (state.ending !== null) {
    await stopWalks(connection, { ...version, ending: state.ending }, enrolments);
    return [];
  }
  const { nodeId } = job;
  const now = context.now();
  const { startedAt } = state;
  const facts = { ...prepared, now: now.getTime() };
  const { walked, rest } = await walkInTurn(connection, version, {
    nodeId,
    enrolments,
    ...turn,
    startedAt,
    facts,
  });
  const { isDue = false, place = 0 } = job;
  const { refusals } = await writeWalks(context, connection, {
    version,
    nodeId,
    walked,
    choose,
    now,
    facts,
    isDue,
    place,
  });
  if (rest.length > 0) {
    const enrolmentIds = rest.map(({ id }) => id);
    await context.jobs.send(connection, 'walk', { jobs: [{ ...job, enrolmentIds, place: place + 1 }] });
  }
  return refusals;
};

/**
 * Walks up to a thousand enrolments on from a node, in one transaction: places, path, messages, events, counts and
 * the jobs that come next are all written, or none. A job that runs twice finds nobody at its node and does nothing; where two
 * run at once, the later one finds somebody moved when it writes, takes all of it back, and begins anew.
 * Whoever a node holds stays there, and a job that is due then goes on with them.
 * Whoever the turn had no time for is walked by a job that queues behind those of others.
 */
export const walkEnrolments = async (
  context: AppContext,
  job: JobOf<'walk'>,
  turn: Partial<typeof usualTurn> = {},
): Promise<void> => {
  const prepared = { ...(await prepare(context, job.runId)), job, turn: { ...usualTurn, ...turn } };
  const attempt = async (): Promise<void> => {
    const refusals = await context.database.transaction((connection) =>
      walkOnce(context, connection, prepared),
    );
    for (const { status, type, by } of refusals) context.metrics.refusals.inc({ status, type }, by);
  };
  try {
    await attempt();
  } catch (cause) {
    if (!(cause instanceof OvertakenError)) throw cause;
    // Who overtook it has committed: it is seen now.
    await attempt();
  }
};
