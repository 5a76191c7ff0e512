import { z } from 'zod';
import { scenarioIssueSchema } from './shapes/issue.ts';

/** Every error code of the API; the web has one message for each. */
export const errorCodes = [
  'bad_request',
  'not_signed_in',
  'not_allowed',
  'not_found',
  'revision_conflict',
  'has_issues',
  'already_running',
  'not_running',
  'file_unreadable',
  'file_too_large',
  'too_many_requests',
  'too_slow',
  'busy',
  'unavailable',
  'internal',
] as const;

export const errorCodeSchema = z.enum(errorCodes);
export type ErrorCode = z.infer<typeof errorCodeSchema>;

/** HTTP status of each error code. */
export const errorStatus: { readonly [C in ErrorCode]: number } = {
  bad_request: 400,
  not_signed_in: 401,
  not_allowed: 403,
  not_found: 404,
  revision_conflict: 409,
  has_issues: 422,
  already_running: 409,
  not_running: 409,
  file_unreadable: 422,
  file_too_large: 413,
  too_many_requests: 429,
  too_slow: 422,
  busy: 503,
  unavailable: 503,
  internal: 500,
};

/** The body of every error reply. `fields` names the places of bad input; `issues` lists why a scenario cannot start. */
export const errorBodySchema = z.object({
  error: z.object({
    code: errorCodeSchema,
    message: z.string(),
    fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    issues: z.array(scenarioIssueSchema).optional(),
    /** Leads to the server's log line. */
    requestId: z.string().optional(),
  }),
});

export type ErrorBody = z.infer<typeof errorBodySchema>;
