import type { PoolClient } from 'pg';
import { idKey } from './assign-customers.ts';
import { readOwners, type CustomerId } from './change-store.ts';

/** To whom ids belong, in their order; null: to nobody. */
export const findCustomersByIds = async (
  connection: PoolClient,
  projectId: string,
  ids: readonly CustomerId[],
): Promise<(string | null)[]> => {
  const asked = new Map(ids.map((id) => [idKey(id), id]));
  const rows = await readOwners(connection, projectId, [...asked.values()]);
  const owners = new Map(rows.map(({ kind, value, customerId }) => [idKey({ kind, value }), customerId]));
  return ids.map((id) => owners.get(idKey(id)) ?? null);
};
