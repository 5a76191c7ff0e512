import type { ResendReason, Run } from '@curlew/contract';
import { addNode, emptyDocument, type NodeOf, type ScenarioDocument } from '@curlew/scenario';
import type { AppContext } from '../../app-context.ts';
import { ApiFailure, notFound } from '../../http/api-failure.ts';
import { newId } from '../../new-id.ts';
import { audit } from '../audit/service.ts';
import { holdIntegrationsOf } from '../integrations/service.ts';
import { refuseIssues, refuseOtherRevision, refuseUnlessIdle, type StartRequest } from '../runs/start.ts';
import { describeRun } from '../runs/progress.ts';
import { closeRun } from '../runs/finish.ts';
import { insertVersionAndRun, updateScenarioActive } from '../runs/make-run.ts';
import { findScenario, lockScenario } from '../scenarios/service.ts';
import { enrol } from '../triggers/enrol.ts';
import { findAttempts, findSms } from './find-attempts.ts';
import { findMessageIssues } from './preview-resend.ts';
import { failedFor } from './store.ts';

interface ResendRequest extends StartRequest {
  readonly runId: string;
  readonly nodeId: string;
  readonly reasons: readonly ResendReason[];
}

const place = { x: 0, y: 0 };
const distance = 320;

/** A scenario of one message: a trigger lets in whom it is for, and the message is all they come to. */
const drawResend = (node: NodeOf<'sms'>, nextNumber: number): ScenarioDocument & { triggerId: string } => {
  const triggerId = newId();
  const started = addNode(
    { ...emptyDocument(), nextNumber },
    { kind: 'now', id: triggerId, position: place },
  );
  const trigger = started.nodes.map((own) => ({ ...own, name: 'Sent again' }));
  return {
    ...started,
    triggerId,
    nodes: [...trigger, { ...node, position: { ...place, x: distance } }],
    edges: [{ id: newId(), source: triggerId, output: 'out', target: node.id }],
  };
};

const checkMessage = async (context: AppContext, request: ResendRequest): Promise<void> => {
  const scenario = await findScenario(context.database.pool, request);
  if (!scenario) throw notFound('scenario');
  refuseOtherRevision(scenario, request);
  const { projectId, nodeId } = request;
  const { document } = scenario;
  refuseIssues(
    await findMessageIssues(context, { projectId, nodeId, document }),
    'This message cannot be sent again yet',
  );
};

/**
 * Starts a run of one message as it is drawn now, for exactly those whose last one failed for one of the reasons; all in one
 * transaction or not at all. Who has got one meanwhile, or may still get one, is not among them.
 */
export const resendMessages = async (context: AppContext, request: ResendRequest): Promise<Run> => {
  const { projectId, scenarioId, nodeId, reasons } = request;
  const runId = newId();
  await checkMessage(context, request);
  await context.database.transaction(async (connection) => {
    const scenario = await lockScenario(connection, { projectId, scenarioId });
    if (!scenario) throw notFound('scenario');
    refuseUnlessIdle(scenario);
    refuseOtherRevision(scenario, request);
    const node = findSms(scenario.document, nodeId);
    if (!node) throw notFound('message');
    const { attempts, firstRunId } = await findAttempts(connection, request);
    const { triggerId, ...document } = drawResend(node, scenario.document.nextNumber);
    await holdIntegrationsOf(connection, projectId, document);
    const { name, revision } = scenario;
    const now = context.now();
    await insertVersionAndRun(connection, {
      runId,
      versionId: newId(),
      projectId,
      scenarioId,
      name,
      document,
      revision,
      by: request.by.name,
      at: now,
      resend: { runId: firstRunId, nodeId },
    });
    await updateScenarioActive(connection, scenarioId);
    const reentry = { mode: 'unlimited' as const, days: 0 };
    const entrance = { projectId, scenarioId, runId, nodeId: triggerId, reentry, at: now };
    const candidates = failedFor(attempts, reasons);
    const customers = await enrol(context, connection, { entrance, candidates });
    if (customers === 0)
      throw new ApiFailure(
        'bad_request',
        'There is nobody left to send it to for these reasons: look again.',
      );
    await closeRun(connection, runId);
    await audit(connection, {
      projectId,
      userId: request.by.userId,
      action: 'scenario.resend',
      subjectId: scenarioId,
      detail: { runId, of: request.runId, nodeId, reasons: [...reasons], customers },
    });
  });
  return describeRun(context, { projectId, scenarioId, runId });
};
