import type { AppContext } from '../app-context.ts';
import { trackEvents } from '../modules/customers/track-events.ts';
import { newId } from '../new-id.ts';

/** Tracks one event of this type now, by the clock of the server, for each of these customers. */
export const trackForEach = (
  context: AppContext,
  { projectId, customerIds }: { readonly projectId: string; readonly customerIds: readonly string[] },
  type: string,
): Promise<void> => {
  const timestamp = context.now().toISOString();
  const events = customerIds.map((customerId) => ({
    id: newId(),
    customerId,
    type,
    timestamp,
    properties: {},
  }));
  return context.database.transaction((connection) => trackEvents(connection, projectId, events));
};
