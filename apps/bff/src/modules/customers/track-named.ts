import type { BodyOf, endpoints, ReplyOf } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { newId } from '../../new-id.ts';
import { refuseTaken } from '../campaign-events/refuse-taken.ts';
import { insertEvents } from './event-store.ts';
import { findCustomersByIds } from './find-by-ids.ts';

/** Tracks events of customers who are told by their ids; those of others are left out and named. */
export const trackNamed = async (
  { database, now }: AppContext,
  projectId: string,
  { events }: BodyOf<typeof endpoints.trackEvents>,
): Promise<ReplyOf<typeof endpoints.trackEvents>> =>
  database.transaction(async (connection) => {
    const types = new Map(events.map(({ type }, index) => [`events.${index}.type`, type]));
    await refuseTaken(connection, { projectId, types });
    const found = await findCustomersByIds(
      connection,
      projectId,
      events.map(({ customer }) => customer),
    );
    const at = now();
    const known = events.flatMap(({ type, timestamp = at, properties = {} }, index) => {
      const customerId = found[index];
      if (!customerId) return [];
      // Cut to milliseconds: the database rounds, and the end of the year 9999 would become a year that cannot be shown.
      const told = new Date(timestamp).toISOString();
      return [{ id: newId(), customerId, type, timestamp: told, properties }];
    });
    await insertEvents(connection, projectId, known);
    return {
      tracked: known.length,
      unknown: found.flatMap((customerId, index) => (customerId === null ? [index] : [])),
    };
  });
