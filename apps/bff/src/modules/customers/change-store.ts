import type { PoolClient } from 'pg';
import { storableJson } from '../../database/storable-text.ts';
import type { PhoneDescription } from './phone.ts';
import type { IdentifierRow } from './store.ts';

export interface CustomerId {
  readonly kind: string;
  readonly value: string;
}

/** Until the transaction ends, no other change of this project's customers decides which ids are free. */
export const lockIds = async (connection: PoolClient, projectId: string): Promise<void> => {
  await connection.query(`SELECT pg_advisory_xact_lock(hashtextextended('customers ' || $1, 0))`, [
    projectId,
  ]);
};

/** To whom these ids belong; a free one is missing. */
export const readOwners = async (
  connection: PoolClient,
  projectId: string,
  ids: readonly CustomerId[],
): Promise<IdentifierRow[]> => {
  const { rows } = await connection.query<IdentifierRow>(
    `SELECT i.customer_id AS "customerId", i.kind, i.value
     FROM unnest($2::text[], $3::text[]) AS wanted (kind, value)
     -- The limit keeps the planner from reading the whole table where it knows no statistics.
     CROSS JOIN LATERAL (SELECT customer_id, kind, value FROM customer_identifier
       WHERE project_id = $1 AND kind = wanted.kind AND value = wanted.value LIMIT 1) i`,
    [projectId, ids.map(({ kind }) => kind), ids.map(({ value }) => value)],
  );
  return rows;
};

export interface StoredCustomer extends PhoneDescription {
  readonly id: string;
  /** As JSON text. */
  readonly attributesJson: string;
}

/** These customers, whom other writers cannot change until the transaction ends. */
export const lockCustomers = async (
  connection: PoolClient,
  projectId: string,
  customerIds: readonly string[],
): Promise<StoredCustomer[]> => {
  const { rows } = await connection.query<StoredCustomer>(
    // Always in the same order: two writers wait for one another and never in a circle.
    `SELECT id, attributes::text AS "attributesJson", phone_e164 AS "phoneE164", phone_country AS "phoneCountry", phone_is_us AS "phoneIsUs"
     FROM customer WHERE project_id IS NOT DISTINCT FROM $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE`,
    [projectId, customerIds],
  );
  return rows;
};

export interface ConsentState {
  readonly customerId: string;
  readonly categoryId: string;
  readonly isGranted: boolean;
}

/** A consent that has run out counts as revoked. */
export const readConsentStates = async (
  connection: PoolClient,
  projectId: string,
  customerIds: readonly string[],
): Promise<ConsentState[]> => {
  const { rows } = await connection.query<ConsentState>(
    `SELECT customer_id AS "customerId", category_id AS "categoryId",
       is_granted AND (valid_until IS NULL OR valid_until > now()) AS "isGranted"
     FROM consent WHERE project_id = $1 AND customer_id = ANY($2::uuid[])`,
    [projectId, customerIds],
  );
  return rows;
};

export interface CustomerRecord extends PhoneDescription {
  readonly id: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly searchText: string;
}

// One JSON text instead of one array per column: a third of the time to write and to read.
const recordColumns = `json_to_recordset($2::json) AS n (id uuid, attributes jsonb, "phoneE164" text,
  "phoneCountry" text, "phoneIsUs" boolean, "searchText" text)`;

export const insertCustomers = async (
  connection: PoolClient,
  projectId: string,
  records: readonly CustomerRecord[],
): Promise<void> => {
  if (records.length === 0) return;
  await connection.query(
    `INSERT INTO customer (id, project_id, attributes, phone_e164, phone_country, phone_is_us, search_text)
     SELECT n.id, $1, n.attributes, n."phoneE164", n."phoneCountry", n."phoneIsUs", n."searchText" FROM ${recordColumns}`,
    [projectId, storableJson(records)],
  );
};

/** A number that was marked as unreachable says nothing about the number that takes its place. */
export const updateCustomers = async (
  connection: PoolClient,
  projectId: string,
  records: readonly CustomerRecord[],
): Promise<void> => {
  if (records.length === 0) return;
  await connection.query(
    `UPDATE customer c SET attributes = n.attributes, phone_e164 = n."phoneE164", phone_country = n."phoneCountry",
       phone_is_us = n."phoneIsUs", search_text = n."searchText", updated_at = now(),
       is_unusable = c.is_unusable AND c.phone_e164 IS NOT DISTINCT FROM n."phoneE164",
       unusable_since = CASE WHEN c.phone_e164 IS NOT DISTINCT FROM n."phoneE164" THEN c.unusable_since END,
       unusable_because = CASE WHEN c.phone_e164 IS NOT DISTINCT FROM n."phoneE164" THEN c.unusable_because END
     FROM ${recordColumns} WHERE c.id = n.id AND c.project_id IS NOT DISTINCT FROM $1`,
    [projectId, storableJson(records)],
  );
};

export const insertIdentifiers = async (
  connection: PoolClient,
  projectId: string,
  rows: readonly IdentifierRow[],
): Promise<void> => {
  if (rows.length === 0) return;
  await connection.query(
    `INSERT INTO customer_identifier (project_id, kind, value, customer_id)
     SELECT $1, n.kind, n.value, n.customer_id
     FROM unnest($2::text[], $3::text[], $4::uuid[]) AS n (kind, value, customer_id)`,
    [projectId, rows.map((row) => row.kind), rows.map((row) => row.value), rows.map((row) => row.customerId)],
  );
};

export interface ConsentRecord extends ConsentState {
  /** ISO 8601; null: until it is changed. */
  readonly validUntil: string | null;
  readonly source: string;
  /** ISO 8601. */
  readonly since: string;
  readonly eventId: string;
}

/** At most one record per customer and category. */
export const upsertConsents = async (
  connection: PoolClient,
  projectId: string,
  consents: readonly ConsentRecord[],
): Promise<void> => {
  if (consents.length === 0) return;
  await connection.query(
    `INSERT INTO consent (customer_id, category_id, project_id, is_granted, valid_until, source, since, event_id)
     SELECT n."customerId", n."categoryId", $1, n."isGranted", n."validUntil", n.source, n.since, n."eventId"
     FROM json_to_recordset($2::json) AS n ("customerId" uuid, "categoryId" uuid, "isGranted" boolean,
       "validUntil" timestamptz, source text, since timestamptz, "eventId" uuid)
     -- Always in the same order: two writers wait for one another and never in a circle.
     ORDER BY 1, 2
     ON CONFLICT (customer_id, category_id) DO UPDATE SET is_granted = excluded.is_granted,
       valid_until = excluded.valid_until, source = excluded.source, since = excluded.since,
       event_id = excluded.event_id`,
    [projectId, JSON.stringify(consents)],
  );
};
