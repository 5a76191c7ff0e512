import type { ScenarioIssue } from '@curlew/scenario';
import type { Run } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { ApiFailure, notFound } from '../../http/api-failure.ts';
import { newId } from '../../new-id.ts';
import { audit } from '../audit/service.ts';
import { holdIntegrationsOf } from '../integrations/service.ts';
import { markStarted } from '../revisions/record.ts';
import { findScenario, lockScenario, type FoundScenario } from '../scenarios/service.ts';
import { readProjectRules } from '../projects/service.ts';
import { openTriggers } from '../triggers/open-triggers.ts';
import { findDraftIssues } from './draft-issues.ts';
import { holdTrackedEvents } from './hold-tracked-events.ts';
import { describeRun } from './progress.ts';
import { closeRun, insertVersionAndRun, openRun, updateScenarioActive } from './store.ts';

export interface StartRequest {
  readonly projectId: string;
  readonly scenarioId: string;
  /** The revision that the person looked at. */
  readonly revision: number;
  readonly by: { readonly userId: string; readonly name: string };
}

export const refuseIssues = (issues: readonly ScenarioIssue[], refusal: string): void => {
  const errors = issues.filter((issue) => issue.severity === 'error');
  if (errors.length === 0) return;
  throw new ApiFailure('has_issues', `${refusal}: ${errors[0]?.message}.`, {
    issues: [...issues],
  });
};

export const refuseOtherRevision = (
  scenario: Pick<FoundScenario, 'revision' | 'updatedBy'>,
  { revision }: StartRequest,
): void => {
  if (scenario.revision === revision) return;
  throw new ApiFailure(
    'revision_conflict',
    `${scenario.updatedBy} changed the scenario since you looked: look again before you start it.`,
  );
};

// Before the transaction, which looks again that the revision is still the one that was checked here.
export const checkDraft = async (context: AppContext, request: StartRequest): Promise<void> => {
  const scenario = await findScenario(context.database.pool, request);
  if (!scenario) throw notFound('scenario');
  refuseOtherRevision(scenario, request);
  const { projectId } = request;
  const drawn = { projectId, scenario, document: scenario.document };
  refuseIssues(await findDraftIssues(context, drawn), 'This scenario cannot start yet');
};

/** Something may begin in a scenario when nothing goes on in it, and it is not put away. */
export const refuseUnlessIdle = ({ status }: Pick<FoundScenario, 'status'>): void => {
  if (status === 'active' || status === 'finishing')
    throw new ApiFailure('already_running', 'This scenario is running already.');
  if (status === 'archived')
    throw new ApiFailure('bad_request', 'This scenario is in the archive: restore it before you start it.');
};

/** Pins the draft, enrols the audience and queues the first walks, all in one transaction or not at all. */
export const startScenario = async (context: AppContext, request: StartRequest): Promise<Run> => {
  const { projectId, scenarioId } = request;
  const runId = newId();
  await checkDraft(context, request);
  const { timeZone: projectZone } = await readProjectRules(context, projectId);
  await context.database.transaction(async (connection) => {
    const scenario = await lockScenario(connection, { projectId, scenarioId });
    if (!scenario) throw notFound('scenario');
    refuseUnlessIdle(scenario);
    refuseOtherRevision(scenario, request);
    const { document, name, revision } = scenario;
    const now = context.now();
    const by = request.by.name;
    const run = { runId, versionId: newId(), projectId, scenarioId, name, document, revision, by, at: now };
    await holdIntegrationsOf(connection, projectId, document);
    await holdTrackedEvents(connection, projectId, document);
    await insertVersionAndRun(connection, run);
    await markStarted(connection, scenarioId);
    await updateScenarioActive(connection, scenarioId);
    const opening = { projectId, scenarioId, runId, document, now, projectZone };
    if (await openTriggers(context, connection, opening)) await openRun(connection, runId);
    else await closeRun(connection, runId);
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
