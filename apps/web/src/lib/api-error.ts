import type { ErrorBody, ErrorCode } from '@curlew/contract';

/** What the API said, or `unreachable` (no answer came) and `unreadable` (an answer that is not of the contract). */
export type ApiErrorCode = ErrorCode | 'unreachable' | 'unreadable';

type ErrorDetails = Pick<ErrorBody['error'], 'fields' | 'issues' | 'requestId'>;

interface ApiErrorInput {
  readonly code: ApiErrorCode;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly message: string;
  readonly details?: ErrorDetails;
  readonly cause?: unknown;
}

/** A call that did not succeed. `message` is a sentence for the person in front of the screen. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ApiErrorCode;
  readonly status: number;
  readonly fields: NonNullable<ErrorDetails['fields']>;
  readonly issues: NonNullable<ErrorDetails['issues']>;
  readonly requestId: string | null;

  constructor({ code, status, message, details, cause }: ApiErrorInput) {
    super(message, { cause });
    this.code = code;
    this.status = status;
    this.fields = details?.fields ?? [];
    this.issues = details?.issues ?? [];
    this.requestId = details?.requestId ?? null;
  }
}
