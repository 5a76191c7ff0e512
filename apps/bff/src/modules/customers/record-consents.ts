import type { ConsentRecord, ConsentState } from './change-store.ts';
import type { NewCustomerEvent } from './event-store.ts';

/** A consent as it is to be; without `validUntil`, milliseconds since 1970, until it is changed. */
export type ConsentChange = ConsentState & { readonly validUntil?: number | null };

const keyOf = ({ customerId, categoryId }: ConsentState): string => `${customerId} ${categoryId}`;

/**
 * Every change of a consent, in order, as the event that proves it, and the last state of each. No change, no event, unless it
 * is always wanted.
 */
export const recordConsents = (
  changes: readonly ConsentChange[],
  states: readonly ConsentState[],
  {
    source,
    now,
    newId,
    isAlways = false,
  }: { source: string; now: Date; newId: () => string; isAlways?: boolean },
): { events: NewCustomerEvent[]; records: ConsentRecord[] } => {
  const current = new Map(states.map((state) => [keyOf(state), state.isGranted]));
  const records = new Map<string, ConsentRecord>();
  const events: NewCustomerEvent[] = [];
  const since = now.toISOString();
  for (const change of changes) {
    const key = keyOf(change);
    if (!isAlways && current.get(key) === change.isGranted) continue;
    current.set(key, change.isGranted);
    const { customerId, categoryId, isGranted, validUntil = null } = change;
    const until = validUntil === null ? null : new Date(validUntil).toISOString();
    const properties = {
      action: isGranted ? 'accept' : 'reject',
      category: categoryId,
      valid_until: until ?? 'unlimited',
      source,
    };
    const eventId = newId();
    events.push({ id: eventId, customerId, type: 'consent', timestamp: since, properties });
    records.set(key, { customerId, categoryId, isGranted, validUntil: until, source, since, eventId });
  }
  return { events, records: [...records.values()] };
};
