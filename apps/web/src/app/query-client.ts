import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '../lib/api-error.ts';

const mostRetries = 2;

/** A refusal (4xx) or a reply out of contract stays what it is; only what may pass by itself is tried again. */
export const mayRetry = (failures: number, error: unknown): boolean => {
  if (failures >= mostRetries || !(error instanceof ApiError)) return false;
  return error.code === 'unreachable' || error.status >= 500 || error.status === 429;
};

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: mayRetry, staleTime: 10_000 },
      mutations: { retry: false },
    },
  });
