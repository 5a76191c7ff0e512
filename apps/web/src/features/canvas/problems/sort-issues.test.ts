import type { ScenarioIssue } from '@curlew/scenario';
import { expect, it } from 'vitest';
import { sortIssues } from './sort-issues.ts';

const issue = (severity: ScenarioIssue['severity'], nodeId: string): ScenarioIssue => ({
  severity,
  nodeId,
  code: 'x',
  field: null,
  message: nodeId,
});

it('begins with what forbids a start, and keeps the order otherwise', () => {
  const issues = [issue('warning', 'a'), issue('error', 'b'), issue('warning', 'c'), issue('error', 'd')];
  expect(sortIssues(issues).map(({ nodeId }) => nodeId)).toEqual(['b', 'd', 'a', 'c']);
  expect(sortIssues([])).toEqual([]);
});
