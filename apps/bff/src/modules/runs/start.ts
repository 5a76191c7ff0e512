import { triggerNodes, type ScenarioDocument, type ScenarioIssue } from '@curlew/scenario';
import type { Run } from '@curlew/contract';
import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import { ApiFailure, notFound } from '../../http/api-failure.ts';
import { newId } from '../../new-id.ts';
import { audit } from '../audit/service.ts';
import { markStarted } from '../revisions/record.ts';
import { findScenario, lockScenario, type FoundScenario } from '../scenarios/service.ts';
import { addCounts } from './counts-store.ts';
import { findStartIssues } from './start-issues.ts';
import { describeRun } from './progress.ts';
import {
  advanceRun,
  insertEnrolments,
  insertVersionAndRun,
  readEnrolmentIds,
  updateRunEnrolled,
  updateScenarioActive,
} from './store.ts';

export interface StartRequest {
  readonly projectId: string;
  readonly scenarioId: string;
  /** The revision that the person looked at. */
  readonly revision: number;
  readonly by: { readonly userId: string; readonly name: string };
}

const refuse = (issues: readonly ScenarioIssue[]): void => {
  const errors = issues.filter((issue) => issue.severity === 'error');
  if (errors.length === 0) return;
  throw new ApiFailure('has_issues', `This scenario cannot start yet: ${errors[0]?.message}.`, {
    issues: [...issues],
  });
};

const refuseOtherRevision = (scenario: FoundScenario, { revision }: StartRequest): void => {
  if (scenario.revision === revision) return;
  throw new ApiFailure(
    'revision_conflict',
    `${scenario.updatedBy} changed the scenario since you looked: look again before you start it.`,
  );
};

// Before the transaction, which looks again that the revision is still the one that was checked here.
const checkDraft = async (context: AppContext, request: StartRequest): Promise<void> => {
  const scenario = await findScenario(context.database.pool, request);
  if (!scenario) throw notFound('scenario');
  refuseOtherRevision(scenario, request);
  refuse(await findStartIssues(context, request.projectId, scenario.document));
};

// The first jobs of a run: a thousand enrolments each, read bit by bit so that memory stays bounded.
const sendWalkJobs = async (
  { jobs }: AppContext,
  connection: PoolClient,
  { runId, nodeId }: { runId: string; nodeId: string },
): Promise<void> => {
  for await (const enrolmentIds of readEnrolmentIds(connection, { runId, nodeId })) {
    await jobs.send(connection, 'walk', { jobs: [{ runId, nodeId, enrolmentIds }] });
  }
};

const enrolEveryone = async (
  context: AppContext,
  connection: PoolClient,
  { projectId, runId, document }: { projectId: string; runId: string; document: ScenarioDocument },
): Promise<void> => {
  let enrolled = 0;
  for (const trigger of triggerNodes(document)) {
    const where = { projectId, runId, nodeId: trigger.id };
    const count = await insertEnrolments(connection, where);
    enrolled += count;
    await addCounts(connection, projectId, [{ runId, nodeId: trigger.id, counter: 'entered', by: count }]);
    await sendWalkJobs(context, connection, where);
  }
  await updateRunEnrolled(connection, runId, enrolled);
  if (enrolled === 0) await advanceRun(connection, runId, 0);
};

/** Pins the draft, enrols the audience and queues the first walks, all in one transaction or not at all. */
export const startScenario = async (context: AppContext, request: StartRequest): Promise<Run> => {
  const { projectId, scenarioId } = request;
  const runId = newId();
  await checkDraft(context, request);
  await context.database.transaction(async (connection) => {
    const scenario = await lockScenario(connection, { projectId, scenarioId });
    if (!scenario) throw notFound('scenario');
    if (scenario.status === 'active' || scenario.status === 'finishing')
      throw new ApiFailure('already_running', 'This scenario is running already.');
    if (scenario.status === 'archived')
      throw new ApiFailure('bad_request', 'This scenario is in the archive: restore it before you start it.');
    refuseOtherRevision(scenario, request);
    const { document, name } = scenario;
    const run = { runId, versionId: newId(), projectId, scenarioId, name, document, by: request.by.name };
    await insertVersionAndRun(connection, run);
    await markStarted(connection, scenarioId);
    await updateScenarioActive(connection, scenarioId);
    await enrolEveryone(context, connection, { projectId, runId, document });
    await audit(connection, {
      projectId,
      userId: request.by.userId,
      action: 'scenario.start',
      subjectId: scenarioId,
      detail: { runId, revision: request.revision },
    });
  });
  return describeRun(context, { projectId, scenarioId, runId });
};
