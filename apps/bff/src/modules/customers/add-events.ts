import type { PoolClient } from 'pg';
import { newId } from '../../new-id.ts';
import type { CustomerId } from './change-store.ts';
import { insertEvents } from './event-store.ts';
import { findCustomersByIds } from './find-by-ids.ts';

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
  const found = await findCustomersByIds(
    connection,
    projectId,
    events.map(({ id }) => id),
  );
  const known = events.flatMap((event, index) => {
    const customerId = found[index];
    // Its id told whose it is, and is no part of it.
    return customerId ? [{ ...event, id: newId(), customerId }] : [];
  });
  await insertEvents(connection, projectId, known);
  return { unknown: events.filter((_event, index) => found[index] === null) };
};
