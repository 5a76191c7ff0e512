import { mayActAs, type Role } from '@curlew/contract';
import { useQuery } from '@tanstack/react-query';
import { meQuery } from './me-query.ts';

/** True when who is signed in may do in a project what `atLeast` may. Only shows and hides: the server decides. */
export const useMayActAs = (projectId: string, atLeast: Role): boolean => {
  const { data: me } = useQuery(meQuery);
  const role = me?.projects.find(({ id }) => id === projectId)?.role;
  return role !== undefined && mayActAs(role, atLeast);
};
