import { walk } from '@curlew/engine';
import type { MessageDefaults } from '@curlew/scenario';
import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import type { JobOf } from '../../jobs/queues.ts';
import { createPauses } from '../../pauses.ts';
import { loadCustomerFacts } from '../customers/service.ts';
import { trackEvents } from '../customers/track-events.ts';
import { addShortLinks } from '../links/service.ts';
import { enqueueMessages } from '../messages/service.ts';
import { addRefusals, addRunCounts } from '../runs/counts.ts';
import { loadMessageFacts } from '../runs/message-facts.ts';
import { finishWalks } from '../runs/finish.ts';
import { findVersion, type PinnedVersion } from '../runs/versions.ts';
import { collectOutcome, type Walked } from './collect-outcome.ts';
import { findIntegrationChoice } from './integration-choice.ts';
import { lockEnrolments, updatePlaces, type EnrolmentRow } from './store.ts';

interface Preparation {
  readonly version: PinnedVersion;
  readonly defaults: MessageDefaults;
  readonly go: ReturnType<typeof walk>;
  readonly choose: Awaited<ReturnType<typeof findIntegrationChoice>>;
}

// What every customer of the job needs alike: read before the transaction, which then holds nothing for longer.
const prepare = async (context: AppContext, runId: string): Promise<Preparation> => {
  const version = await findVersion(context.database.pool, runId);
  const scenario = { id: version.scenarioId, name: version.name };
  const facts = await loadMessageFacts(context, version.projectId, scenario);
  const choose = await findIntegrationChoice(context, version.projectId);
  return { version, defaults: facts.defaults, go: walk(version.document, facts), choose };
};

// Walks as many as the turn has room for, and at least one: a message that is slow to render must not keep the
// database, nor the walks of other scenarios, waiting for a thousand of it.
const walkInTurn = async (
  connection: PoolClient,
  { version, go }: Preparation,
  { nodeId, enrolments, turnMs }: { nodeId: string; enrolments: readonly EnrolmentRow[]; turnMs: number },
): Promise<{ walked: Walked[]; rest: readonly EnrolmentRow[] }> => {
  const customers = await loadCustomerFacts(
    connection,
    version.projectId,
    enrolments.map((enrolment) => enrolment.customerId),
  );
  const walked: Walked[] = [];
  const pause = createPauses();
  const turnEnd = performance.now() + turnMs;
  for (const enrolment of enrolments) {
    const customer = customers.get(enrolment.customerId);
    if (!customer) throw new Error(`enrolment ${enrolment.id} is of a customer that does not exist`);
    walked.push({ enrolment, customer, result: go({ nodeId, visit: enrolment.visit, customer }) });
    if (performance.now() >= turnEnd) break;
    await pause();
  }
  return { walked, rest: enrolments.slice(walked.length) };
};

const usualTurnMs = 1_000;

/**
 * Walks up to a thousand enrolments on from a node, in one transaction: places, path, messages, events, counts and
 * the jobs that come next are all written, or none. A job that runs twice finds nobody at its node and does nothing.
 * Whoever the turn had no time for is walked by a job that queues behind those of others.
 */
export const walkEnrolments = async (
  context: AppContext,
  job: JobOf<'walk'>,
  turnMs: number = usualTurnMs,
): Promise<void> => {
  const prepared = await prepare(context, job.runId);
  const { version, choose, defaults } = prepared;
  const { projectId, runId } = version;
  await context.database.transaction(async (connection) => {
    const enrolments = await lockEnrolments(connection, job);
    if (enrolments.length === 0) return;
    const { nodeId } = job;
    const { walked, rest } = await walkInTurn(connection, prepared, { nodeId, enrolments, turnMs });
    const now = context.now();
    const outcome = collectOutcome({ version, walked, choose, now, defaults });
    await updatePlaces(connection, outcome.places);
    const written = await enqueueMessages(connection, { projectId, runId, at: now }, outcome.messages);
    if (written.size < outcome.messages.length) {
      throw new Error(
        `run ${runId}: ${outcome.messages.length - written.size} messages of this walk exist already`,
      );
    }
    await addShortLinks(connection, { projectId, at: now }, outcome.links);
    await trackEvents(connection, projectId, outcome.events);
    await addRefusals(connection, { projectId, runId }, outcome.refusals);
    await addRunCounts(connection, projectId, outcome.counts);
    await context.jobs.send(connection, 'dispatch', { jobs: outcome.dispatches });
    if (rest.length > 0) {
      const enrolmentIds = rest.map(({ id }) => id);
      await context.jobs.send(connection, 'walk', { jobs: [{ ...job, enrolmentIds }] });
    }
    await finishWalks(connection, runId, outcome.places.filter((place) => place.isFinished).length);
  });
};
