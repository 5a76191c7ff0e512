import type { ErrorBody, ErrorCode } from '@curlew/contract';

type Details = Pick<ErrorBody['error'], 'fields' | 'issues'>;

/** Ends a request with an error code of the contract. Anything else that is thrown is a bug and becomes `internal`. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  readonly code: ErrorCode;
  readonly details: Details;

  constructor(code: ErrorCode, message: string, details: Details = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

export const notSignedIn = (): ApiFailure => new ApiFailure('not_signed_in', 'Sign in first.');

export const notFound = (what: string): ApiFailure =>
  new ApiFailure('not_found', `This ${what} does not exist, or you may not see it.`);
