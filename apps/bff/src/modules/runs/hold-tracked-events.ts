import type { ScenarioDocument } from '@curlew/scenario';
import type { PoolClient } from 'pg';
import { ApiFailure } from '../../http/api-failure.ts';
import { holdEventNames } from '../campaign-events/service.ts';
import { findTakenEventIssues } from './taken-event-issues.ts';

/** For those who start a scenario: what it tracks is named as no campaign event, until the transaction ends. */
export const holdTrackedEvents = async (
  connection: PoolClient,
  projectId: string,
  document: ScenarioDocument,
): Promise<void> => {
  const issues = findTakenEventIssues(document, await holdEventNames(connection, projectId));
  const [first] = issues;
  if (first)
    throw new ApiFailure('has_issues', `This scenario cannot start yet: ${first.message}.`, { issues });
};
