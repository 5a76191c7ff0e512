import { ApiError, type ApiErrorCode } from './api-error.ts';

interface ErrorWords {
  /** What happened and what to do, as far as the code alone says it. */
  readonly sentence: string;
  /** The message that came with the error names the thing at fault, so it is shown where there is one. */
  readonly isMessageMoreExact: boolean;
}

/** One for each code there is: a new code of the contract does not compile until it has its words. */
const words: { readonly [C in ApiErrorCode]: ErrorWords } = {
  bad_request: {
    sentence: 'The server could not use what was entered. Check it, then try again.',
    isMessageMoreExact: true,
  },
  not_signed_in: { sentence: 'You are signed out. Sign in to go on.', isMessageMoreExact: false },
  not_allowed: {
    sentence: 'Your role in this project does not allow that. Ask an owner for more rights.',
    isMessageMoreExact: true,
  },
  not_found: {
    sentence: 'There is nothing here: it was deleted, or you cannot see it.',
    isMessageMoreExact: true,
  },
  revision_conflict: {
    sentence: 'Someone saved this since you opened it. Reload to see the newest version.',
    isMessageMoreExact: true,
  },
  has_issues: {
    sentence: 'The scenario has problems and cannot start. Mend them first.',
    isMessageMoreExact: true,
  },
  already_running: {
    sentence: 'This is running already. Wait until it is done.',
    isMessageMoreExact: true,
  },
  not_running: {
    sentence: 'This is not running any more. Look again: somebody may have stopped it.',
    isMessageMoreExact: true,
  },
  file_unreadable: {
    sentence: 'The file could not be read. Save it as CSV in UTF-8, then choose it again.',
    isMessageMoreExact: true,
  },
  file_too_large: {
    sentence: 'The file is too large: at most 50 MB. Split it, then choose one part after the other.',
    isMessageMoreExact: false,
  },
  too_many_requests: {
    sentence: 'Too many requests in a short time. Wait a minute, then try again.',
    isMessageMoreExact: false,
  },
  too_slow: {
    sentence: 'This takes too long to work out. Ask for less: remove a condition or two.',
    isMessageMoreExact: true,
  },
  busy: {
    sentence: 'The server is busy with the same for others. Try again in a moment.',
    isMessageMoreExact: true,
  },
  unavailable: {
    sentence: 'The server is not ready: it is starting, or its database is away. Try again in a moment.',
    isMessageMoreExact: true,
  },
  internal: {
    sentence: 'Something went wrong on the server. Try again; if it stays, tell who runs Curlew.',
    isMessageMoreExact: true,
  },
  unreachable: {
    sentence: 'Curlew could not be reached. Check the connection, then try again.',
    isMessageMoreExact: false,
  },
  unreadable: {
    sentence: 'The server answered in a way this page does not understand. Reload to get its newest version.',
    isMessageMoreExact: true,
  },
};

/** The sentence for a code, by itself. */
export const sentenceOf = (code: ApiErrorCode): string => words[code].sentence;

const brokenPage = 'This part of the page stopped working. What was saved is safe.';

/** What to tell a person about anything that was thrown. */
export const describeError = (error: unknown): string => {
  if (!(error instanceof ApiError)) return brokenPage;
  const { sentence, isMessageMoreExact } = words[error.code];
  return isMessageMoreExact && error.message !== '' ? error.message : sentence;
};
