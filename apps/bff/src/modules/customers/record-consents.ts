import type { ConsentRecord, ConsentState } from './change-store.ts';
import type { NewCustomerEvent } from './event-store.ts';

export type ConsentChange = ConsentState;

const keyOf = ({ customerId, categoryId }: ConsentState): string => `${customerId} ${categoryId}`;

/** Every change of a consent, in order, as the event that proves it, and the last state of each. No change, no event. */
export const recordConsents = (
  changes: readonly ConsentChange[],
  states: readonly ConsentState[],
  { source, now, newId }: { source: string; now: Date; newId: () => string },
): { events: NewCustomerEvent[]; records: ConsentRecord[] } => {
  const current = new Map(states.map((state) => [keyOf(state), state.isGranted]));
  const records = new Map<string, ConsentRecord>();
  const events: NewCustomerEvent[] = [];
  const since = now.toISOString();
  for (const change of changes) {
    const key = keyOf(change);
    if (current.get(key) === change.isGranted) continue;
    current.set(key, change.isGranted);
    const { customerId, categoryId, isGranted } = change;
    const properties = {
      action: isGranted ? 'accept' : 'reject',
      category: categoryId,
      valid_until: 'unlimited',
      source,
    };
    const eventId = newId();
    events.push({ id: eventId, customerId, type: 'consent', timestamp: since, properties });
    records.set(key, { customerId, categoryId, isGranted, source, since, eventId });
  }
  return { events, records: [...records.values()] };
};
