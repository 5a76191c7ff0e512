import type { ResendPreview } from '@curlew/contract';
import type { ScenarioDocument, ScenarioIssue } from '@curlew/scenario';
import type { AppContext } from '../../app-context.ts';
import { notFound } from '../../http/api-failure.ts';
import { findStartIssues } from '../runs/start-issues.ts';
import { findScenario } from '../scenarios/service.ts';
import { findAttempts, findSms } from './find-attempts.ts';
import { findWebhookIssues } from './find-webhook-issues.ts';
import { countFailed, countRejected, type ResendPlace } from './store.ts';

/** What is wrong with a message as it is drawn now: nothing else of the scenario runs when it is sent again. */
export const findMessageIssues = async (
  context: AppContext,
  { projectId, nodeId, document }: { projectId: string; nodeId: string; document: ScenarioDocument },
): Promise<ScenarioIssue[]> => {
  const node = findSms(document, nodeId);
  if (!node)
    return [
      {
        code: 'message_gone',
        severity: 'error',
        nodeId: null,
        field: null,
        message: 'The scenario does not have this message any more: bring it back from the history',
      },
    ];
  const issues = await findStartIssues(context, projectId, document);
  return [...issues.filter((issue) => issue.nodeId === nodeId), ...findWebhookIssues(node)];
};

/** Whom sending a message again would reach, by reason, without doing anything. */
export const previewResend = async (context: AppContext, place: ResendPlace): Promise<ResendPreview> => {
  const { pool } = context.database;
  const { projectId, nodeId } = place;
  const scenario = await findScenario(pool, place);
  if (!scenario) throw notFound('scenario');
  const { attempts, node } = await findAttempts(pool, place);
  const { document, revision } = scenario;
  const drawn = findSms(document, nodeId);
  return {
    revision,
    issues: await findMessageIssues(context, { projectId, nodeId, document }),
    isChanged: drawn !== null && JSON.stringify(drawn.settings) !== JSON.stringify(node.settings),
    ...(await countFailed(pool, attempts)),
    rejected: await countRejected(pool, attempts),
  };
};
