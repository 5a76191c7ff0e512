import { errorCodes } from '@curlew/contract';
import { expect, it } from 'vitest';
import { ApiError, type ApiErrorCode } from './api-error.ts';
import { describeError, sentenceOf } from './error-sentences.ts';

const failure = (code: ApiErrorCode, message: string) => new ApiError({ code, status: 400, message });

it.each([...errorCodes, 'unreachable', 'unreadable'] as const)('has a whole sentence for %s', (code) => {
  expect(sentenceOf(code)).toMatch(/^[A-Z].*\.$/);
});

it('has no two codes that read alike', () => {
  const sentences = errorCodes.map(sentenceOf);
  expect(new Set(sentences).size).toBe(sentences.length);
});

it('takes the message that came where it says more', () => {
  const message = 'Only editors of this project may do that; you are viewer.';
  expect(describeError(failure('not_allowed', message))).toBe(message);
});

it('keeps its own where the message only repeats the code', () => {
  expect(describeError(failure('not_signed_in', 'Sign in first.'))).toBe(
    'You are signed out. Sign in to go on.',
  );
});

it('does without a message that is empty', () => {
  expect(describeError(failure('bad_request', ''))).toBe(sentenceOf('bad_request'));
});

it('tells nothing of the insides of a mistake of the page', () => {
  expect(describeError(new TypeError('x is undefined'))).not.toContain('undefined');
});
