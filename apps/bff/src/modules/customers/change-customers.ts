import type { PoolClient } from 'pg';
import { readAttributes } from '@curlew/engine';
import { newId } from '../../new-id.ts';
import { assignCustomers, idKey, type Assignment } from './assign-customers.ts';
import {
  insertCustomers,
  insertIdentifiers,
  lockCustomers,
  lockIds,
  readConsentStates,
  readOwners,
  updateCustomers,
  upsertConsents,
  type CustomerId,
  type CustomerRecord,
} from './change-store.ts';
import { insertEvents } from './event-store.ts';
import { recordConsents, type ConsentChange } from './record-consents.ts';
import { noPhone, type PhoneDescription } from './phone.ts';
import { buildSearchText } from './search-text.ts';
import { readIdentifiers, type IdentifierRow } from './store.ts';

/** One customer to create or to update: an attribute or consent that is not named stays as it is. */
export interface CustomerChange {
  /** At least one; any that is already taken says who is meant, the others are added. */
  readonly ids: readonly CustomerId[];
  readonly attributes: Readonly<Record<string, unknown>>;
  /** What the attribute `phone` says, see describePhone; null when that is not named. */
  readonly phone: PhoneDescription | null;
  readonly consents: readonly { readonly categoryId: string; readonly isGranted: boolean }[];
}

export interface ChangeSettings {
  readonly projectId: string;
  /** Where the data came from, kept as the proof of a consent. */
  readonly source: string;
  readonly now: Date;
}

// Stored as they came: only templates take them for dates.
const noDates: ReadonlySet<string> = new Set();

interface Person {
  readonly id: string;
  readonly isNew: boolean;
  readonly ids: ReadonlyMap<string, CustomerId>;
  /** The ones of `ids` that are not stored yet. */
  readonly newIds: readonly CustomerId[];
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly phone: PhoneDescription;
}

const readPeople = async (
  connection: PoolClient,
  projectId: string,
  customerIds: readonly string[],
): Promise<Map<string, Person>> => {
  if (customerIds.length === 0) return new Map();
  const rows = await lockCustomers(connection, projectId, customerIds);
  const identifiers = Map.groupBy(
    await readIdentifiers(connection, projectId, customerIds),
    (row) => row.customerId,
  );
  return new Map(
    rows.map(({ id, attributesJson, ...phone }) => {
      const attributes = readAttributes(attributesJson, noDates);
      const ids = new Map(
        identifiers.get(id)?.map(({ kind, value }) => [idKey({ kind, value }), { kind, value }]),
      );
      return [id, { id, isNew: false, ids, newIds: [], attributes, phone }];
    }),
  );
};

const applyChange = (person: Person, change: CustomerChange): Person => ({
  ...person,
  ids: new Map([...person.ids, ...change.ids.map((id) => [idKey(id), id] as const)]),
  newIds: [...person.newIds, ...change.ids.filter((id) => !person.ids.has(idKey(id)))],
  attributes: { ...person.attributes, ...change.attributes },
  phone: change.phone ?? person.phone,
});

const toRecord = ({ id, attributes, phone, ids }: Person): CustomerRecord => {
  const values = [...ids.values()].map(({ value }) => value);
  const searchText = buildSearchText({ attributes, phoneE164: phone.phoneE164, ids: values });
  return { id, attributes, ...phone, searchText };
};

const writePeople = async (
  connection: PoolClient,
  projectId: string,
  people: readonly Person[],
): Promise<void> => {
  const byNewness = Map.groupBy(people, ({ isNew }) => isNew);
  const recordsOf = (isNew: boolean) => (byNewness.get(isNew) ?? []).map(toRecord);
  await insertCustomers(connection, projectId, recordsOf(true));
  await updateCustomers(connection, projectId, recordsOf(false));
  const identifiers = people.flatMap(({ id: customerId, newIds }) =>
    newIds.map((id): IdentifierRow => ({ customerId, ...id })),
  );
  await insertIdentifiers(connection, projectId, identifiers);
};

/**
 * Applies up to some thousand changes in order, set-based, in the caller's transaction. Answers one assignment per
 * change; a change whose ids belong to two customers is left out.
 */
export const changeCustomers = async (
  connection: PoolClient,
  settings: ChangeSettings,
  changes: readonly CustomerChange[],
): Promise<Assignment[]> => {
  const { projectId } = settings;
  await lockIds(connection, projectId);
  const asked = new Map(changes.flatMap(({ ids }) => ids.map((id) => [idKey(id), id] as const)));
  const ownerRows = await readOwners(connection, projectId, [...asked.values()]);
  const owners = new Map(
    ownerRows.map((row) => [idKey({ kind: row.kind, value: row.value }), row.customerId]),
  );
  const existing = [...new Set(owners.values())];
  const assignments = assignCustomers(
    changes.map(({ ids }) => ids),
    owners,
    newId,
  );

  const people = await readPeople(connection, projectId, existing);
  const consents: ConsentChange[] = [];
  const changed = new Set<string>();
  for (const [index, change] of changes.entries()) {
    const assignment = assignments[index];
    if (!assignment?.ok) continue;
    const { customerId: id } = assignment;
    const person = people.get(id) ?? {
      id,
      isNew: true,
      ids: new Map(),
      newIds: [],
      attributes: {},
      phone: noPhone,
    };
    people.set(id, applyChange(person, change));
    changed.add(id);
    consents.push(...change.consents.map((consent) => ({ ...consent, customerId: id })));
  }
  await writePeople(
    connection,
    projectId,
    [...people.values()].filter(({ id }) => changed.has(id)),
  );

  const states = existing.length > 0 ? await readConsentStates(connection, projectId, existing) : [];
  const { events, records } = recordConsents(consents, states, {
    source: settings.source,
    now: settings.now,
    newId,
  });
  await insertEvents(connection, projectId, events);
  await upsertConsents(connection, projectId, records);
  return assignments;
};
