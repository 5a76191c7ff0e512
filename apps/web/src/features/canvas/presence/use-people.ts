import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { meQuery } from '../../../lib/me-query.ts';
import { useSession } from '../state/canvas-context.ts';
import { type Person, peopleOf } from './people.ts';

/** Who else has the scenario open. */
export const usePeople = (): readonly Person[] => {
  const others = useSession((state) => state.others);
  const { data: me } = useQuery(meQuery);
  const ownId = me?.user.id ?? null;
  return useMemo(() => peopleOf(others, ownId), [others, ownId]);
};
