import type { ScenarioIssue } from '@curlew/scenario';

/** What a field says about itself: something still missing is a hint, something wrong an error, the rest a warning. */
export interface FieldNote {
  readonly hint: string | undefined;
  readonly warning: string | undefined;
  readonly error: string | undefined;
}

const nothing: FieldNote = { hint: undefined, warning: undefined, error: undefined };

/** The note of a field by its dotted path. That a message is too long is said by its counter. */
export const noteOf = (issues: readonly ScenarioIssue[], field: string): FieldNote => {
  const found = issues.find((issue) => issue.field === field && issue.code !== 'message_too_long');
  if (!found) return nothing;
  // Someone who has just begun knows that nothing is written yet.
  if (found.code.endsWith('_missing')) return { ...nothing, hint: found.message };
  return { ...nothing, [found.severity]: found.message };
};
