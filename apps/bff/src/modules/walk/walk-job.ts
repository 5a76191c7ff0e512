import { countUse, walk, type CustomerFacts, type MessageFacts } from '@curlew/engine';
import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import type { JobOf } from '../../jobs/queues.ts';
import { createPauses } from '../../pauses.ts';
import { holdCustomers, loadCustomerFacts } from '../customers/service.ts';
import { trackEvents } from '../customers/track-events.ts';
import { findUsedPolicies, recordUses, withFrequencyUses } from '../frequency/service.ts';
import { addShortLinks } from '../links/service.ts';
import { enqueueMessages } from '../messages/service.ts';
import { addRefusals, addRunCounts } from '../runs/counts.ts';
import { loadMessageFacts } from '../runs/message-facts.ts';
import { finishWalks } from '../runs/finish.ts';
import { findVersion, type PinnedVersion } from '../runs/versions.ts';
import { collectOutcome } from './collect-outcome.ts';
import type { Walked } from './walked.ts';
import { findIntegrationChoice } from '../integrations/integration-choice.ts';
import type { Wait } from './plan-waits.ts';
import { lockEnrolments, updatePlaces, type EnrolmentRow } from './store.ts';

interface Preparation {
  readonly version: PinnedVersion;
  readonly facts: MessageFacts;
  /** Frequency policies that its messages count against. */
  readonly policyIds: readonly string[];
  readonly choose: Awaited<ReturnType<typeof findIntegrationChoice>>;
}

// What every customer of the job needs alike: read before the transaction, which then holds nothing for longer.
const prepare = async (context: AppContext, runId: string): Promise<Preparation> => {
  const version = await findVersion(context.database.pool, runId);
  const scenario = { id: version.scenarioId, name: version.name };
  const facts = await loadMessageFacts(context, version.projectId, scenario);
  const choose = await findIntegrationChoice(context, version.projectId);
  return { version, facts, policyIds: findUsedPolicies(version.document, facts), choose };
};

interface Turn {
  readonly nodeId: string;
  readonly enrolments: readonly EnrolmentRow[];
  readonly turnMs: number;
  readonly now: Date;
}

// Held until the transaction ends where messages are counted: of two walks the later one sees what the earlier one sent.
const loadCustomers = async (
  connection: PoolClient,
  { version: { projectId }, policyIds, facts }: Preparation,
  { enrolments, now }: Turn,
): Promise<ReadonlyMap<string, CustomerFacts>> => {
  const ids = enrolments.map((enrolment) => enrolment.customerId);
  if (policyIds.length > 0) await holdCustomers(connection, projectId, ids);
  const customers = await loadCustomerFacts(connection, projectId, ids);
  const counting = { policyIds, facts: { ...facts, now: now.getTime() } };
  const counted = await withFrequencyUses(connection, counting, [...customers.values()]);
  return new Map(counted.map((customer) => [customer.id, customer]));
};

// Walks as many as the turn has room for, and at least one: a message that is slow to render must not keep the
// database, nor the walks of other scenarios, waiting for a thousand of it.
const walkInTurn = async (
  connection: PoolClient,
  prepared: Preparation,
  turn: Turn,
): Promise<{ walked: Walked[]; rest: readonly EnrolmentRow[] }> => {
  const { nodeId, enrolments, turnMs, now } = turn;
  const customers = new Map(await loadCustomers(connection, prepared, turn));
  const go = walk(prepared.version.document, { ...prepared.facts, now: now.getTime() });
  const walked: Walked[] = [];
  const pause = createPauses();
  const turnEnd = performance.now() + turnMs;
  for (const enrolment of enrolments) {
    const customer = customers.get(enrolment.customerId);
    if (!customer) throw new Error(`enrolment ${enrolment.id} is of a customer that does not exist`);
    const { visit, waitsUntil, enteredAt } = enrolment;
    // Whoever was held came to the node then, and not now.
    const since = waitsUntil === null ? {} : { reachedAt: enteredAt.getTime() };
    const result = go({ nodeId, visit, customer, ...since });
    walked.push({ enrolment, customer, result });
    // Whoever walks twice in one job is counted as if they walked in two.
    const counted = result.effects.reduce(
      (known, effect) => countUse(known, effect, now.getTime()),
      customer,
    );
    customers.set(customer.id, counted);
    if (performance.now() >= turnEnd) break;
    await pause();
  }
  return { walked, rest: enrolments.slice(walked.length) };
};

// Each group is one job, due when its silence or wait is over.
const queueWaits = async (
  { jobs }: AppContext,
  connection: PoolClient,
  { waits, now }: { waits: readonly Wait[]; now: Date },
): Promise<void> => {
  for (const { job, due } of waits) {
    const startAfterSeconds = Math.max(0, due - now.getTime()) / 1_000;
    await jobs.send(connection, 'walk', { jobs: [job], startAfterSeconds });
  }
};

const usualTurnMs = 1_000;

/**
 * Walks up to a thousand enrolments on from a node, in one transaction: places, path, messages, events, counts and
 * the jobs that come next are all written, or none. A job that runs twice finds nobody at its node and does nothing.
 * Whoever a node holds stays there, and a job that is due then goes on with them.
 * Whoever the turn had no time for is walked by a job that queues behind those of others.
 */
export const walkEnrolments = async (
  context: AppContext,
  job: JobOf<'walk'>,
  turnMs: number = usualTurnMs,
): Promise<void> => {
  const prepared = await prepare(context, job.runId);
  const { version, choose, facts } = prepared;
  const { projectId, runId } = version;
  await context.database.transaction(async (connection) => {
    const enrolments = await lockEnrolments(connection, job);
    if (enrolments.length === 0) return;
    const { nodeId } = job;
    const now = context.now();
    const { walked, rest } = await walkInTurn(connection, prepared, { nodeId, enrolments, turnMs, now });
    const outcome = collectOutcome({ version, walked, choose, now, defaults: facts.defaults });
    await updatePlaces(connection, now, outcome.places);
    const written = await enqueueMessages(connection, { projectId, runId, at: now }, outcome.messages);
    if (written.size < outcome.messages.length) {
      throw new Error(
        `run ${runId}: ${outcome.messages.length - written.size} messages of this walk exist already`,
      );
    }
    await addShortLinks(connection, { projectId, at: now }, outcome.links);
    await recordUses(connection, { projectId, at: now }, outcome.uses);
    await trackEvents(connection, projectId, outcome.events);
    await addRefusals(connection, { projectId, runId }, outcome.refusals);
    await addRunCounts(connection, projectId, outcome.counts);
    await context.jobs.send(connection, 'dispatch', { jobs: outcome.dispatches });
    await queueWaits(context, connection, { waits: outcome.waits, now });
    if (rest.length > 0) {
      const enrolmentIds = rest.map(({ id }) => id);
      await context.jobs.send(connection, 'walk', { jobs: [{ ...job, enrolmentIds }] });
    }
    await finishWalks(connection, runId, outcome.places.filter((place) => place.isFinished).length);
  });
};
