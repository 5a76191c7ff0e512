import type { ScenarioIssue } from '@curlew/scenario';

/** What must be mended before what should be looked at, else in the order of the drawing. */
export const sortIssues = (issues: readonly ScenarioIssue[]): readonly ScenarioIssue[] => {
  const { error = [], warning = [] } = Object.groupBy(issues, ({ severity }) => severity);
  return [...error, ...warning];
};
