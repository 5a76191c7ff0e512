import type { ScenarioIssue } from '@curlew/scenario';

/** What a field says about itself: something still missing is a hint, something wrong an error. */
export interface FieldNote {
  readonly hint: string | undefined;
  readonly error: string | undefined;
}

/** The note of a field by its dotted path. That a message is too long is said by its counter. */
export const noteOf = (issues: readonly ScenarioIssue[], field: string): FieldNote => {
  const found = issues.find((issue) => issue.field === field && issue.code !== 'message_too_long');
  // Someone who has just begun knows that nothing is written yet.
  const isMissing = found?.code.endsWith('_missing') ?? false;
  return {
    hint: isMissing ? found?.message : undefined,
    error: isMissing ? undefined : found?.message,
  };
};
