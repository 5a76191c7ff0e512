import { z } from 'zod';
import { sentenceOf } from '../../lib/error-sentences.ts';
import { askAuth, type AuthAnswer } from './auth-answer.ts';

const shortest = 10;
const longest = 128;

/** What the form asks for; the server checks the same bounds. */
export const passwordChangeSchema = z
  .object({
    current: z.string().min(1, 'Type the password you signed in with'),
    next: z
      .string()
      .min(shortest, `Type at least ${shortest} characters`)
      .max(longest, `Type at most ${longest} characters`),
    repeated: z.string().min(1, 'Type the new password once more'),
  })
  .refine(({ next, repeated }) => repeated === '' || next === repeated, {
    path: ['repeated'],
    message: 'The two new passwords differ: type the same one twice',
  })
  .refine(({ current, next }) => current === '' || current !== next, {
    path: ['next'],
    message: 'Choose another password than the one you have now',
  });

export type PasswordChange = z.infer<typeof passwordChangeSchema>;

export interface PasswordProblem {
  /** The field at fault; null: none of them. */
  readonly field: 'current' | 'next' | null;
  readonly sentence: string;
}

const fieldProblems: Readonly<Record<string, PasswordProblem>> = {
  INVALID_PASSWORD: { field: 'current', sentence: 'This is not your current password. Type it again' },
  PASSWORD_TOO_SHORT: { field: 'next', sentence: `Type at least ${shortest} characters` },
  PASSWORD_TOO_LONG: { field: 'next', sentence: `Type at most ${longest} characters` },
};

/** Why the password was not changed, and where; null: it was. */
export const findPasswordProblem = (answer: AuthAnswer): PasswordProblem | null => {
  if (answer.ok) return null;
  const known = answer.code === null ? undefined : fieldProblems[answer.code];
  if (known) return known;
  if (answer.status === 0) return { field: null, sentence: sentenceOf('unreachable') };
  if (answer.status === 401) return { field: null, sentence: sentenceOf('not_signed_in') };
  if (answer.status === 429) return { field: null, sentence: sentenceOf('too_many_requests') };
  return { field: null, sentence: 'The password was not changed. Try again in a moment.' };
};

/** Changes the password and ends every other session of the person. */
export const changePassword = ({ current, next }: PasswordChange): Promise<AuthAnswer> =>
  askAuth((client) =>
    client.changePassword({ currentPassword: current, newPassword: next, revokeOtherSessions: true }),
  );
