import type { SettingsIssue } from '../node-kind.ts';
import { fieldWarning } from '../settings/field-issues.ts';
import { findComparisonIssues } from './comparison-issues.ts';
import type { Comparison } from './comparison.ts';
import { excludeEachOther } from './contradiction.ts';

/** What is wrong or hopeless in comparisons that one and the same event is to meet; `field` is their path in the settings. */
export const findWhereIssues = (where: readonly Comparison[], field: string): SettingsIssue[] => {
  const issues = where.flatMap((comparison, index) =>
    findComparisonIssues(comparison, { field: `${field}.${index}`, what: 'property' }),
  );
  if (issues.length > 0 || !excludeEachOther(where)) return issues;
  const message =
    'No event can have all these properties, they exclude each other: change or remove one of them';
  return [fieldWarning('never_matches', field, message)];
};
