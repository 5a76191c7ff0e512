import type { PoolClient } from 'pg';
import { newId } from '../../new-id.ts';
import { idKey } from './assign-customers.ts';
import { readOwners, type CustomerId } from './change-store.ts';
import { insertEvents } from './event-store.ts';

/** Something a customer did, told by one of their ids. */
export interface EventOfCustomer {
  readonly id: CustomerId;
  readonly type: string;
  /** ISO 8601. */
  readonly timestamp: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Adds up to some thousand events, set-based, in the caller's transaction. Those of unknown customers come back. */
export const addCustomerEvents = async (
  connection: PoolClient,
  projectId: string,
  events: readonly EventOfCustomer[],
): Promise<{ unknown: EventOfCustomer[] }> => {
  const ids = new Map(events.map(({ id }) => [idKey(id), id]));
  const rows = await readOwners(connection, projectId, [...ids.values()]);
  const owners = new Map(rows.map(({ kind, value, customerId }) => [idKey({ kind, value }), customerId]));
  const known = events.flatMap(({ id, ...event }) => {
    const customerId = owners.get(idKey(id));
    return customerId === undefined ? [] : [{ ...event, id: newId(), customerId }];
  });
  await insertEvents(connection, projectId, known);
  return { unknown: events.filter(({ id }) => !owners.has(idKey(id))) };
};
