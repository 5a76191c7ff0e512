import type { QueryClient } from '@tanstack/react-query';
import { meQuery } from '../lib/me-query.ts';
import { returnSearch } from './require-me.ts';
import type { createAppRouter } from './router.ts';

/** The session ended while a screen was open: to the sign-in page, and back here afterwards. */
export const leaveForSignIn = (
  router: ReturnType<typeof createAppRouter>,
  queryClient: QueryClient,
): void => {
  queryClient.removeQueries({ queryKey: meQuery.queryKey });
  const { pathname, href } = router.state.location;
  // Several calls of one screen say so at once, and the first of them has led there.
  if (pathname === '/sign-in') return;
  void router.navigate({ to: '/sign-in', search: returnSearch(href) });
};
