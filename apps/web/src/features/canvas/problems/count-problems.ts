import type { ScenarioIssue } from '@curlew/scenario';

/** How many problems there are: errors forbid the start, warnings do not. */
export interface ProblemCount {
  readonly errors: number;
  readonly warnings: number;
}

const add = (count: ProblemCount, { severity }: ScenarioIssue): ProblemCount =>
  severity === 'error' ? { ...count, errors: count.errors + 1 } : { ...count, warnings: count.warnings + 1 };

export const countProblems = (issues: readonly ScenarioIssue[]): ProblemCount =>
  issues.reduce(add, { errors: 0, warnings: 0 });

/** The problems of each node that has any. */
export const countByNode = (issues: readonly ScenarioIssue[]): ReadonlyMap<string, ProblemCount> => {
  const counts = new Map<string, ProblemCount>();
  for (const issue of issues) {
    if (issue.nodeId === null) continue;
    counts.set(issue.nodeId, add(counts.get(issue.nodeId) ?? { errors: 0, warnings: 0 }, issue));
  }
  return counts;
};
