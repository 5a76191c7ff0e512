import { walk } from '@curlew/engine';
import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import type { JobOf } from '../../jobs/queues.ts';
import { loadCustomerFacts } from '../customers/service.ts';
import { enqueueMessages, trackEvents } from '../messages/service.ts';
import { addRefusals, addRunCounts } from '../runs/counts.ts';
import { loadMessageFacts } from '../runs/message-facts.ts';
import { finishWalks } from '../runs/finish.ts';
import { findVersion, type PinnedVersion } from '../runs/versions.ts';
import { collectOutcome, type Walked } from './collect-outcome.ts';
import { findIntegrationChoice } from './integration-choice.ts';
import { lockEnrolments, updatePlaces, type EnrolmentRow } from './store.ts';

const walkAll = async (
  context: AppContext,
  connection: PoolClient,
  {
    version,
    nodeId,
    enrolments,
  }: { version: PinnedVersion; nodeId: string; enrolments: readonly EnrolmentRow[] },
): Promise<Walked[]> => {
  const customers = await loadCustomerFacts(
    connection,
    version.projectId,
    enrolments.map((enrolment) => enrolment.customerId),
  );
  const scenario = { id: version.scenarioId, name: version.name };
  const go = walk(version.document, await loadMessageFacts(context, version.projectId, scenario));
  return enrolments.map((enrolment) => {
    const customer = customers.get(enrolment.customerId);
    if (!customer) throw new Error(`enrolment ${enrolment.id} is of a customer that does not exist`);
    return { enrolment, customer, result: go({ nodeId, visit: enrolment.visit, customer }) };
  });
};

/**
 * Walks up to a thousand enrolments on from a node, in one transaction: places, path, messages, events, counts and
 * the jobs that come next are all written, or none. A job that runs twice finds nobody at its node and does nothing.
 */
export const walkEnrolments = (context: AppContext, job: JobOf<'walk'>): Promise<void> =>
  context.database.transaction(async (connection) => {
    const enrolments = await lockEnrolments(connection, job);
    if (enrolments.length === 0) return;
    const version = await findVersion(context, job.runId);
    const { projectId, runId } = version;
    const walked = await walkAll(context, connection, { version, nodeId: job.nodeId, enrolments });
    const choose = await findIntegrationChoice(context, projectId);
    const outcome = collectOutcome({ version, walked, choose, now: context.now() });

    await updatePlaces(connection, outcome.places);
    const written = await enqueueMessages(connection, { projectId, runId }, outcome.messages);
    if (written.size < outcome.messages.length) {
      throw new Error(
        `run ${runId}: ${outcome.messages.length - written.size} messages of this walk exist already`,
      );
    }
    await trackEvents(connection, projectId, outcome.events);
    await addRefusals(connection, { projectId, runId }, outcome.refusals);
    await addRunCounts(connection, projectId, outcome.counts);
    await context.jobs.send(connection, 'dispatch', outcome.dispatches);
    await finishWalks(connection, runId, outcome.places.filter((place) => place.isFinished).length);
  });
