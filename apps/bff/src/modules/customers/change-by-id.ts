import type { PoolClient } from 'pg';
import { intArray, jsonbArray, uuidArray } from '../../database/binary-array.ts';
import { distinctRows } from '../../database/distinct-rows.ts';
import { storablePlainJson } from '../../database/storable-text.ts';
import { newId } from '../../new-id.ts';
import {
  lockCustomers,
  readConsentStates,
  updateCustomers,
  upsertConsents,
  type CustomerRecord,
} from './change-store.ts';
import { insertEvents } from './event-store.ts';
import { describePhone } from './phone.ts';
import { recordConsents } from './record-consents.ts';
import { buildSearchText } from './search-text.ts';
import { readIdentifiers } from './store.ts';

/** Attributes to write to a customer, by name; null deletes one. */
export interface AttributeChange {
  readonly customerId: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** A consent to give or to revoke, whatever it was before. */
export interface ConsentChange {
  readonly customerId: string;
  readonly categoryId: string;
  readonly isGranted: boolean;
  /** Milliseconds since 1970; null: until it is changed. */
  readonly validUntil: number | null;
}

interface ChangeSettings {
  readonly projectId: string;
  readonly defaultCountry: string | null;
  readonly now: Date;
}

// What customers are found and written to by: it is kept beside the attributes, and follows them.
const derived: ReadonlySet<string> = new Set(['phone', 'email', 'first_name', 'last_name']);

type Values = ReadonlyMap<string, unknown>;

const groupValues = (changes: readonly AttributeChange[]): ReadonlyMap<string, Values> => {
  const byCustomer = new Map<string, Map<string, unknown>>();
  for (const { customerId, values } of changes) {
    const own = byCustomer.get(customerId) ?? new Map<string, unknown>();
    for (const [name, value] of Object.entries(values)) own.set(name, value);
    byCustomer.set(customerId, own);
  }
  return byCustomer;
};

// Without reading what is there: the database puts new values over old ones.
const mergeAttributes = async (
  connection: PoolClient,
  projectId: string,
  changes: readonly (readonly [customerId: string, values: Values])[],
): Promise<void> => {
  if (changes.length === 0) return;
  const records = changes.map(([, values]) => {
    const kept = [...values].filter(([, value]) => value !== null);
    const removed = [...values].filter(([, value]) => value === null).map(([name]) => name);
    return { kept: storablePlainJson(Object.fromEntries(kept)), removed: storablePlainJson(removed) };
  });
  const { rows, places } = distinctRows(records, ({ kept, removed }) => `${removed} ${kept}`);
  await connection.query(
    // The project is not asked for by an index of its own: of one that the planner does not know yet it would read everybody.
    `WITH written AS MATERIALIZED (
       SELECT own.id, n.kept, n.removed FROM unnest($2::uuid[], $3::int[]) AS own (id, place)
       JOIN unnest($4::jsonb[], $5::jsonb[]) WITH ORDINALITY AS n (kept, removed, place) USING (place) LIMIT $6)
     UPDATE customer c SET updated_at = now(),
       attributes = CASE WHEN n.removed = '[]' THEN c.attributes
         ELSE c.attributes - ARRAY(SELECT jsonb_array_elements_text(n.removed)) END || n.kept
     FROM written n WHERE c.id = n.id AND c.project_id IS NOT DISTINCT FROM $1`,
    [
      projectId,
      uuidArray(changes.map(([id]) => id)),
      intArray(places),
      jsonbArray(rows.map(({ kept }) => kept)),
      jsonbArray(rows.map(({ removed }) => removed)),
      changes.length,
    ],
  );
};

const rewriteCustomers = async (
  connection: PoolClient,
  { projectId, defaultCountry }: ChangeSettings,
  changes: ReadonlyMap<string, Values>,
): Promise<void> => {
  if (changes.size === 0) return;
  const ids = [...changes.keys()];
  const stored = await lockCustomers(connection, projectId, ids);
  const identifiers = Map.groupBy(await readIdentifiers(connection, projectId, ids), (row) => row.customerId);
  const records = stored.map(({ id, attributesJson }): CustomerRecord => {
    const before = JSON.parse(attributesJson) as Record<string, unknown>;
    const written = new Map([...Object.entries(before), ...(changes.get(id) ?? [])]);
    const attributes = Object.fromEntries([...written].filter(([, value]) => value !== null));
    const phone = describePhone(attributes, { defaultCountry });
    const own = (identifiers.get(id) ?? []).map(({ value }) => value);
    const searchText = buildSearchText({ attributes, phoneE164: phone.phoneE164, ids: own });
    return { id, attributes, ...phone, searchText };
  });
  await updateCustomers(connection, projectId, records);
};

/**
 * Writes attributes of customers who are known by their own id, in order, in the caller's transaction, which holds these customers
 * already: all at once and in one order, so that two batches wait for one another and never in a circle.
 */
export const writeAttributes = async (
  connection: PoolClient,
  settings: ChangeSettings,
  changes: readonly AttributeChange[],
): Promise<void> => {
  if (changes.length === 0) return;
  const byCustomer = groupValues(changes);
  const isDerived = (values: Values): boolean => [...values.keys()].some((name) => derived.has(name));
  await mergeAttributes(
    connection,
    settings.projectId,
    [...byCustomer].filter(([, values]) => !isDerived(values)),
  );
  await rewriteCustomers(
    connection,
    settings,
    new Map([...byCustomer].filter(([, values]) => isDerived(values))),
  );
};

/** Gives and revokes consents, each with its proof, in order, in the caller's transaction. */
export const writeConsents = async (
  connection: PoolClient,
  { projectId, now, source }: Pick<ChangeSettings, 'projectId' | 'now'> & { source: string },
  changes: readonly ConsentChange[],
): Promise<void> => {
  if (changes.length === 0) return;
  const customerIds = [...new Set(changes.map(({ customerId }) => customerId))];
  const states = await readConsentStates(connection, projectId, customerIds);
  const { events, records } = recordConsents(changes, states, { source, now, newId, isAlways: true });
  await insertEvents(connection, projectId, events);
  await upsertConsents(connection, projectId, records);
};
