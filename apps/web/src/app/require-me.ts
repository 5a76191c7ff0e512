import type { Me } from '@curlew/contract';
import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { ApiError } from '../lib/api-error.ts';
import { meQuery } from '../lib/me-query.ts';
import { readReturnPath } from '../lib/return-path.ts';

/** `?returnTo=...` for the way to `href` and back; nothing where it is the start page anyway. */
export const returnSearch = (href: unknown): { readonly returnTo?: string } => {
  const returnTo = readReturnPath(href);
  return returnTo === null || returnTo === '/' ? {} : { returnTo };
};

/** True when it says that nobody is signed in (any more). */
export const isSignedOut = (error: unknown): boolean =>
  error instanceof ApiError && error.code === 'not_signed_in';

/** Who is signed in. Redirects to the sign-in page when nobody is, and comes back to `href` from there. */
export const requireMe = async (queryClient: QueryClient, href: string): Promise<Me> => {
  try {
    return await queryClient.ensureQueryData(meQuery);
  } catch (error) {
    if (!isSignedOut(error)) throw error;
    throw redirect({ to: '/sign-in', search: returnSearch(href), replace: true });
  }
};

/** The same for all but the page that changes the password: a one-time password must go first. */
export const requireSettledMe = async (queryClient: QueryClient, href: string): Promise<Me> => {
  const me = await requireMe(queryClient, href);
  if (me.mustChangePassword)
    throw redirect({ to: '/change-password', search: returnSearch(href), replace: true });
  return me;
};
