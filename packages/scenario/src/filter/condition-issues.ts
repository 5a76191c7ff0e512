import type { SettingsIssue } from '../node-kind.ts';
import { fieldError } from '../settings/field-issues.ts';
import { findComparisonIssues } from './comparison-issues.ts';
import type { FilterCondition } from './filter.ts';

/** What is missing or wrong in a condition; `path` is its path in the settings. */
export const findConditionIssues = (condition: FilterCondition, path: string): SettingsIssue[] => {
  switch (condition.kind) {
    case 'attribute':
      return findComparisonIssues(condition, { field: path, what: 'attribute' });
    case 'event':
      return [
        ...(condition.event.trim() === ''
          ? [fieldError('event_missing', `${path}.event`, 'The event is missing: choose one')]
          : []),
        ...condition.where.flatMap((comparison, index) =>
          findComparisonIssues(comparison, { field: `${path}.where.${index}`, what: 'property' }),
        ),
      ];
    case 'consent':
      return condition.categoryId === null
        ? [
            fieldError(
              'category_missing',
              `${path}.categoryId`,
              'The consent category is missing: choose one',
            ),
          ]
        : [];
  }
};
