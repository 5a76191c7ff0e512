import type { z } from 'zod';

/** A 400 or 403 as it goes over the wire: always a code and a text. */
export interface Refusal {
  readonly status: 400 | 403;
  readonly code:
    | 'syntax_invalid_json'
    | 'syntax_invalid_parameter_format'
    | 'syntax_constraint_violation'
    | 'unknown_group'
    | 'missing_callback_url';
  readonly text: string;
}

/** Turns what a schema refused into Sinch's terms: limits and missing members are constraints, the rest is format. */
export function refuseIssue(issue: z.core.$ZodIssue, body: unknown): Refusal {
  const where = namePath(issue.path);
  const isMissing = issue.code === 'invalid_type' && valueAt(body, issue.path) === undefined;
  if (isMissing) return { status: 400, code: 'syntax_constraint_violation', text: `${where} is required` };
  const isLimit = issue.code === 'too_big' || issue.code === 'too_small';
  // A record reports a bad key as one issue that holds the key's own issues.
  const message = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;
  return {
    status: 400,
    code:
      isLimit || issue.code === 'invalid_key'
        ? 'syntax_constraint_violation'
        : 'syntax_invalid_parameter_format',
    text: `Invalid value for ${where}: ${message}`,
  };
}

function namePath(path: readonly PropertyKey[]): string {
  const name = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return name === '' ? 'the request body' : name.replace(/^\./, '');
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    body,
  );
}
