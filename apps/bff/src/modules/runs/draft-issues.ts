import type { ScenarioIssue } from '@curlew/scenario';
import type { AppContext } from '../../app-context.ts';
import { findExpectationIssues, type Drawn } from '../expectations/run-expectations.ts';
import { findStartIssues } from './start-issues.ts';

/**
 * Every problem of a draft that is about to start: those of the document and, where it could run, what is expected of it and not met.
 * With a signal it is given up when nobody waits for it any more.
 */
export const findDraftIssues = async (
  context: AppContext,
  drawn: Drawn,
  signal?: AbortSignal,
): Promise<ScenarioIssue[]> => {
  const issues = await findStartIssues(context, drawn.projectId, drawn.document);
  if (issues.some(({ severity }) => severity === 'error')) return issues;
  return [...issues, ...(await findExpectationIssues(context, drawn, signal))];
};
