import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import { type ListAddress, readListAddress } from './list-address.ts';

const route = getRouteApi('/projects/$projectId/scenarios');

type Changes = { readonly [K in keyof ListAddress]?: ListAddress[K] | undefined };

/** What the address says of the list, and how it is changed. */
export const useListAddress = (): {
  readonly address: ListAddress;
  readonly change: (changes: Changes) => void;
  /** The way back does not lead through it: for what changes with every key. */
  readonly replace: (changes: Changes) => void;
} => {
  const address = route.useSearch();
  const navigate = route.useNavigate();
  const go = useCallback(
    (changes: Changes, isReplacing: boolean) =>
      void navigate({
        search: (before) => readListAddress({ ...before, ...changes }),
        replace: isReplacing,
      }),
    [navigate],
  );
  return {
    address,
    change: useCallback((changes: Changes) => go(changes, false), [go]),
    replace: useCallback((changes: Changes) => go(changes, true), [go]),
  };
};
