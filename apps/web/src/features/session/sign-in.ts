import { askAuth, type AuthAnswer } from './auth-answer.ts';

type SignInProblem = 'wrong_password' | 'too_many_attempts' | 'unreachable' | 'unavailable';

const words: { readonly [P in SignInProblem]: string } = {
  wrong_password: 'The e-mail or the password is wrong. Check both, then try again.',
  too_many_attempts: 'Too many attempts. Wait a minute, then try again.',
  unreachable: 'Curlew could not be reached. Check the connection, then try again.',
  unavailable: 'Curlew cannot sign anyone in right now. Try again in a moment.',
};

const problemOf = (status: number): SignInProblem => {
  if (status === 0) return 'unreachable';
  if (status === 429) return 'too_many_attempts';
  return status === 400 || status === 401 ? 'wrong_password' : 'unavailable';
};

/** Why a sign-in did not succeed, in words; null: it did. */
export const describeSignIn = (answer: AuthAnswer): string | null =>
  answer.ok ? null : words[problemOf(answer.status)];

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

export const signIn = (credentials: Credentials): Promise<AuthAnswer> =>
  askAuth((client) => client.signIn.email(credentials));
