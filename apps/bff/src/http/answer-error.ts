import type { ErrorRequestHandler, Request, Response } from 'express';
import type { Logger } from 'pino';
import { errorStatus, type ErrorBody } from '@curlew/contract';
import { isOutOfReach } from '../database/is-out-of-reach.ts';
import { ApiFailure, notFound } from './api-failure.ts';

const requestIdOf = (request: Request): string | undefined =>
  typeof request.id === 'string' || typeof request.id === 'number' ? String(request.id) : undefined;

// What Express and its body readers throw: an error with the status of the answer.
const failureOf = (cause: unknown): ApiFailure | null => {
  if (cause instanceof ApiFailure) return cause;
  if (!(cause instanceof Error) || !('status' in cause)) return null;
  if (cause.status === 404) return notFound('address');
  if (cause.status === 413) return new ApiFailure('file_too_large', 'What was sent is too large.');
  if (typeof cause.status === 'number' && cause.status >= 400 && cause.status < 500) {
    return new ApiFailure('bad_request', 'The request could not be read: it is not valid JSON, or cut off.');
  }
  return null;
};

const outOfReach = (): ApiFailure =>
  new ApiFailure('unavailable', 'The database cannot be reached at this moment: try again in a moment.');

export const answerError =
  (log: Logger): ErrorRequestHandler =>
  // Express tells an error handler by its four parameters.
  // oxlint-disable-next-line max-params
  (cause: unknown, request: Request, response: Response, _next) => {
    const requestId = requestIdOf(request);
    const known = failureOf(cause);
    const failure = known ?? (isOutOfReach(cause) ? outOfReach() : null);
    if (!known) {
      log.error({ requestId, cause: cause instanceof Error ? cause.stack : String(cause) }, 'request failed');
    }
    if (response.headersSent) {
      response.end();
      return;
    }
    const code = failure?.code ?? 'internal';
    const body: ErrorBody = {
      error: {
        code,
        message:
          failure?.message ??
          'Something went wrong on the server. Try again; if it stays, tell the operator the request id.',
        ...failure?.details,
        ...(requestId === undefined ? {} : { requestId }),
      },
    };
    response.status(errorStatus[code]).json(body);
  };
