import { authClient } from '../../lib/auth-client.ts';

/** What sign-in says to a call: done, or no with its status (0: no answer came) and code. */
export type AuthAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly status: number; readonly code: string | null };

type AuthCall = (
  client: typeof authClient,
) => Promise<{ readonly error: { readonly status: number; readonly code?: string | undefined } | null }>;

/** Calls better-auth. Its client throws where no answer comes; here that is an answer like the others. */
export const askAuth = async (call: AuthCall): Promise<AuthAnswer> => {
  try {
    const { error } = await call(authClient);
    return error ? { ok: false, status: error.status, code: error.code ?? null } : { ok: true };
  } catch {
    return { ok: false, status: 0, code: null };
  }
};
