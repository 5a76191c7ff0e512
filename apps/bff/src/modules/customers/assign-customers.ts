import type { CustomerId } from './change-store.ts';

/** What is to become of one customer, whoever it turns out to be. */
export type Assignment =
  | { readonly ok: true; readonly customerId: string; readonly isNew: boolean }
  | {
      readonly ok: false;
      readonly reason: 'ids_of_two_customers';
      readonly ids: readonly [CustomerId, CustomerId];
    };

export const idKey = ({ kind, value }: CustomerId): string => JSON.stringify([kind, value]);

/**
 * Finds out whom each list of ids means: the owner of any of them, else someone new. In order: an id that is new in one
 * list is known to the lists after it.
 */
export const assignCustomers = (
  lists: readonly (readonly CustomerId[])[],
  owners: ReadonlyMap<string, string>,
  newId: () => string,
): Assignment[] => {
  const known = new Map(owners);
  return lists.map((ids) => {
    let first: { readonly id: CustomerId; readonly owner: string } | undefined;
    for (const id of ids) {
      const owner = known.get(idKey(id));
      if (owner === undefined) continue;
      if (first && first.owner !== owner) {
        return { ok: false, reason: 'ids_of_two_customers', ids: [first.id, id] };
      }
      first ??= { id, owner };
    }
    const customerId = first?.owner ?? newId();
    for (const id of ids) known.set(idKey(id), customerId);
    return { ok: true, customerId, isNew: first === undefined };
  });
};
