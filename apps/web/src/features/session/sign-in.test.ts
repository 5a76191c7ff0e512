import { expect, it } from 'vitest';
import { describeSignIn } from './sign-in.ts';

const refused = (status: number, code: string | null = null) => ({ ok: false, status, code }) as const;

it('has nothing to say of a sign-in that went well', () => {
  expect(describeSignIn({ ok: true })).toBeNull();
});

it.each([
  [401, /wrong/],
  [400, /wrong/],
  [429, /Wait a minute/],
  [0, /could not be reached/],
  [403, /right now/],
  [500, /right now/],
  [503, /right now/],
])('says what a %i means', (status, words) => {
  expect(describeSignIn(refused(status))).toMatch(words);
});

it('does not tell whether the e-mail or the password was wrong', () => {
  expect(describeSignIn(refused(401, 'USER_NOT_FOUND'))).toBe(
    describeSignIn(refused(401, 'INVALID_EMAIL_OR_PASSWORD')),
  );
});
