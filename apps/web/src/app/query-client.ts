import { hashKey, MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from '../lib/api-error.ts';
import { meQuery } from '../lib/me-query.ts';
import { isSignedOut } from './require-me.ts';

const mostRetries = 2;

/** A refusal (4xx) or a reply out of contract stays what it is; only what may pass by itself is tried again. */
export const mayRetry = (failures: number, error: unknown): boolean => {
  if (failures >= mostRetries || !(error instanceof ApiError)) return false;
  return error.code === 'unreachable' || error.status >= 500 || error.status === 429;
};

// The routes ask who is signed in and know themselves where to lead whoever is not.
const meHash = hashKey(meQuery.queryKey);

/** `onSignedOut`: a call on an open screen was answered with `not_signed_in`. */
export const createQueryClient = (onSignedOut: () => void): QueryClient =>
  new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (isSignedOut(error) && query.queryHash !== meHash) onSignedOut();
      },
    }),
    mutationCache: new MutationCache({
      onError: (error) => {
        if (isSignedOut(error)) onSignedOut();
      },
    }),
    // Whether a browser thinks that it is online says nothing of a server next door; and a command that waits unseen until it does
    // would be given when nobody expects it any more.
    defaultOptions: {
      queries: { retry: mayRetry, staleTime: 10_000, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
