import type { SettingsIssue } from '../node-kind.ts';
import { fieldWarning } from '../settings/field-issues.ts';
import { findConditionIssues } from './condition-issues.ts';
import { conditionsOf, type CustomerFilter } from './filter.ts';
import { neverMatches } from './never-matches.ts';

/** What is missing, wrong or hopeless in a filter; `field` is its path in the settings. */
export const findFilterIssues = (filter: CustomerFilter, field: string): SettingsIssue[] => {
  const issues = conditionsOf(filter, field).flatMap(({ condition, path }) =>
    findConditionIssues(condition, path),
  );
  if (issues.length === 0 && neverMatches(filter)) {
    const message =
      'No customer can meet these conditions, they exclude each other: change or remove one of them';
    issues.push(fieldWarning('never_matches', field, message));
  }
  return issues;
};
