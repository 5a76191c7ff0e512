import type { InsideChoice, PublishPreview, Run } from '@curlew/contract';
import type { ScenarioDocument } from '@curlew/scenario';
import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import { ApiFailure, notFound } from '../../http/api-failure.ts';
import { newId } from '../../new-id.ts';
import { audit } from '../audit/service.ts';
import { readProjectRules } from '../projects/service.ts';
import { holdIntegrationsOf } from '../integrations/service.ts';
import { markStarted } from '../revisions/record.ts';
import { findScenario, lockScenario } from '../scenarios/service.ts';
import { deleteListeners } from '../triggers/listener-store.ts';
import { openTriggers } from '../triggers/open-triggers.ts';
import { readFiredNodes, readPendingMoments } from '../triggers/trigger-store.ts';
import { findDraftIssues } from './draft-issues.ts';
import {
  lockOpenRuns,
  readInside,
  readOpenRuns,
  updateRunsFinishing,
  updateRunLeft,
  updateRunsPaused,
  updateScenarioStatus,
  type OpenRun,
} from './life-cycle-store.ts';
import { moveEnrolments } from './move-enrolments.ts';
import { dropParkedWalks } from './parked-jobs.ts';
import { describeRun } from './progress.ts';
import { holdTrackedEvents } from './hold-tracked-events.ts';
import { holdScenario } from './scenario-lock.ts';
import { checkDraft, refuseOtherRevision, type StartRequest } from './start.ts';
import { advanceRun, closeRun, insertVersionAndRun, openRun } from './store.ts';
import { findVersion } from './versions.ts';

interface Where {
  readonly projectId: string;
  readonly scenarioId: string;
}

/** Nodes of a draft that those who stand at the same node of another version can move to. */
const findMovable = (from: ScenarioDocument, to: ScenarioDocument): ReadonlySet<string> => {
  const kinds = new Map(to.nodes.map(({ id, kind }) => [id, kind]));
  return new Set(from.nodes.filter(({ id, kind }) => kinds.get(id) === kind).map(({ id }) => id));
};

/** Whom publishing the draft would concern, without doing anything. */
export const previewPublish = async (
  context: AppContext,
  where: Where,
  signal?: AbortSignal,
): Promise<PublishPreview> => {
  const { pool } = context.database;
  const scenario = await findScenario(pool, where);
  if (!scenario) throw notFound('scenario');
  const runs = await readOpenRuns(pool, where);
  const { projectId } = where;
  const drawn = { projectId, scenario, document: scenario.document };
  const issues = await findDraftIssues(context, drawn, signal);
  const byNode = new Map<string, PublishPreview['nodes'][number]>();
  for (const { runId, nodeId, inside } of await readInside(
    pool,
    runs.map(({ id }) => id),
  )) {
    const version = await findVersion(pool, runId);
    const known = byNode.get(nodeId);
    byNode.set(nodeId, {
      nodeId,
      name: version.nodes.get(nodeId)?.name ?? nodeId,
      inside: inside + (known?.inside ?? 0),
      canMove: findMovable(version.document, scenario.document).has(nodeId),
    });
  }
  const nodes = [...byNode.values()].toSorted((one, other) => other.inside - one.inside);
  return {
    revision: scenario.revision,
    issues,
    inside: nodes.reduce((sum, { inside }) => sum + inside, 0),
    nodes,
  };
};

interface Publication {
  readonly runId: string;
  readonly document: ScenarioDocument;
  readonly inside: InsideChoice;
}

const leaveRun = async ({ jobs, now }: AppContext, connection: PoolClient, runId: string): Promise<void> => {
  await dropParkedWalks(connection, runId);
  await updateRunLeft(connection, { runId, at: now() });
  await deleteListeners(connection, runId, 'all');
  await jobs.send(connection, 'endWalks', { jobs: [{ runId, ending: 'left', afterId: null }] });
};

// What becomes of a run that the new one takes the place of.
const settleRun = async (
  context: AppContext,
  connection: PoolClient,
  { old, publication }: { old: OpenRun; publication: Publication },
): Promise<void> => {
  await deleteListeners(connection, old.id, 'triggers');
  const { runId, document, inside } = publication;
  switch (inside) {
    case 'leave':
      return leaveRun(context, connection, old.id);
    case 'finish':
      await updateRunsFinishing(connection, [old.id]);
      return advanceRun(connection, old.id, 0);
    case 'move': {
      const version = await findVersion(connection, old.id);
      const movable = findMovable(version.document, document);
      await moveEnrolments(context, connection, { from: version, toRunId: runId, nodeIds: [...movable] });
      return leaveRun(context, connection, old.id);
    }
  }
};

/** Runs the draft in place of what runs now, all in one transaction or not at all. */
export const publishScenario = async (
  context: AppContext,
  { inside, ...request }: StartRequest & { readonly inside: InsideChoice },
): Promise<Run> => {
  const { projectId, scenarioId, by } = request;
  const runId = newId();
  await checkDraft(context, request);
  const { timeZone: projectZone } = await readProjectRules(context, projectId);
  await context.database.transaction(async (connection) => {
    await holdScenario(connection, scenarioId);
    const scenario = await lockScenario(connection, { projectId, scenarioId });
    if (!scenario) throw notFound('scenario');
    refuseOtherRevision(scenario, request);
    const runs = await lockOpenRuns(connection, { projectId, scenarioId });
    const [oldest] = runs;
    if (!oldest)
      throw new ApiFailure('not_running', 'This scenario is not running any more: start it instead.');
    if (runs.some(({ isResend }) => isResend))
      throw new ApiFailure(
        'already_running',
        'A message is being sent again: publishing would end that. Wait for its end, or stop it, and start then.',
      );
    const active = runs.find(({ status }) => status === 'active');
    if (active?.revision === request.revision)
      throw new ApiFailure('already_running', 'This is what runs already: somebody has published it.');
    const now = context.now();
    const { document, name, revision } = scenario;
    await holdIntegrationsOf(connection, projectId, document);
    await holdTrackedEvents(connection, projectId, document);
    await insertVersionAndRun(connection, {
      runId,
      versionId: newId(),
      projectId,
      scenarioId,
      name,
      document,
      revision,
      by: by.name,
      at: now,
      begunAt: active?.begunAt ?? now,
      firstId: oldest.firstId,
    });
    await markStarted(connection, scenarioId);
    await updateScenarioStatus(connection, { scenarioId, status: 'active' });
    const fired = new Set<string>();
    for (const old of runs) for (const id of await readFiredNodes(connection, old.id)) fired.add(id);
    const pending = active ? await readPendingMoments(connection, active.id) : new Map<string, number>();
    const opening = { projectId, scenarioId, runId, document, now, projectZone, before: { fired, pending } };
    const isOpen = await openTriggers(context, connection, opening);
    // Before anybody is let go: a run that is open is not over while nobody is in it yet.
    await openRun(connection, runId);
    for (const old of runs)
      await settleRun(context, connection, { old, publication: { runId, document, inside } });
    if (runs.some(({ isPaused }) => isPaused))
      await updateRunsPaused(connection, { runIds: [runId], at: now });
    if (!isOpen) await closeRun(connection, runId);
    await audit(connection, {
      projectId,
      userId: by.userId,
      action: 'scenario.publish',
      subjectId: scenarioId,
      detail: { runId, revision: request.revision, inside, replaced: runs.map(({ id }) => id) },
    });
  });
  return describeRun(context, { projectId, scenarioId, runId });
};
