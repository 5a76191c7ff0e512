import { endpoints, type DryPeople, type DryRunReply } from '@curlew/contract';
import type { ScenarioDocument } from '@curlew/scenario';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useStore } from 'zustand';
import { callApi } from '../../lib/api.ts';
import { useDebouncedValue } from '../../lib/use-debounced-value.ts';
import { sampleSize, type DryRunStore, type DryWho } from './dry-run-store.ts';

interface Where {
  readonly projectId: string;
  readonly scenarioId: string;
}

const numbers = new WeakMap<object, number>();
let given = 0;

// A document is too long for a key; each one, as it never changes, has a number.
const numberOf = (document: ScenarioDocument): number => {
  const known = numbers.get(document);
  if (known !== undefined) return known;
  given += 1;
  numbers.set(document, given);
  return given;
};

const peopleOf = (
  who: DryWho,
  customerId: string | null,
  drawn: ReadonlyMap<number, readonly string[]>,
): DryPeople | null => {
  switch (who.kind) {
    case 'one':
      return customerId === null ? null : { kind: 'customers', ids: [customerId] };
    case 'kept':
      return { kind: 'customers', ids: [who.id] };
    case 'made':
      return who;
    case 'sample': {
      const ids = drawn.get(who.draw);
      return ids && ids.length > 0
        ? { kind: 'customers', ids: [...ids] }
        : { kind: 'sample', size: sampleSize };
    }
  }
};

/** The dry run of a drawing as it is at this moment, played again whenever it or the script changes. */
export const useDryRun = (
  where: Where,
  store: DryRunStore,
  { document, customerId }: { readonly document: ScenarioDocument; readonly customerId: string | null },
) => {
  const who = useStore(store, (state) => state.who);
  const startsAt = useStore(store, (state) => state.startsAt);
  const script = useStore(store, (state) => state.script);
  const asked = useDebouncedValue(document, 400);
  const key = who.kind === 'one' ? customerId : who;
  return useQuery({
    queryKey: ['dry-run', where, numberOf(asked), key, startsAt, script],
    enabled: who.kind !== 'one' || customerId !== null,
    staleTime: Infinity,
    gcTime: 60_000,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<DryRunReply> => {
      const now = peopleOf(who, customerId, store.getState().drawn);
      if (now === null) throw new Error('a dry run without a customer is not asked for');
      const reply = await callApi(endpoints.dryRunScenario, {
        params: where,
        body: { document: asked, people: now, startsAt: new Date(startsAt).toISOString(), script },
        signal,
      });
      if (who.kind === 'sample') {
        const ids = reply.lives.flatMap(({ customerId: id }) => id ?? []);
        store.setState(({ drawn }) => ({ drawn: new Map(drawn).set(who.draw, ids) }));
      }
      return reply;
    },
  });
};
