import { uuidArray } from '../../database/binary-array.ts';
import type { ColumnTarget, CustomerEvent, PhoneCountry } from '@curlew/contract';
import type { Connection, Database } from '../../database/database.ts';
import { containsPattern } from '../../http/page.ts';
import { campaignEventTypes } from '../projects/campaign-event-types.ts';

export interface CustomerRow {
  readonly id: string;
  /** As JSON text: a JavaScript reader would take 20.0 for 20 and round large integers. */
  readonly attributesJson: string;
  readonly phoneE164: string | null;
  readonly phoneIsUs: boolean;
  /** ISO 3166-1 alpha-2. */
  readonly phoneCountry: string | null;
  readonly isUnusable: boolean;
  /** Null where it is not marked, or nobody knows any more. */
  readonly unusableSince: Date | null;
  readonly unusableBecause: string | null;
  readonly createdAt: Date;
}

const columns = `c.id, c.attributes::text AS "attributesJson", c.phone_e164 AS "phoneE164", c.phone_is_us AS "phoneIsUs",
  c.phone_country AS "phoneCountry", c.is_unusable AS "isUnusable",
  c.unusable_since AS "unusableSince", c.unusable_because AS "unusableBecause", c.created_at AS "createdAt"`;

/** The ones of these ids that exist in the project, in no particular order. */
export const readCustomers = async (
  connection: Connection,
  projectId: string,
  ids: readonly string[],
): Promise<CustomerRow[]> => {
  const { rows } = await connection.query<CustomerRow>(
    `SELECT ${columns} FROM customer c WHERE c.project_id = $1 AND c.id = ANY($2::uuid[])`,
    [projectId, ids],
  );
  return rows;
};

export const countByPhoneCountry = async (
  connection: Connection,
  projectId: string,
): Promise<PhoneCountry[]> => {
  const { rows } = await connection.query<PhoneCountry>(
    `SELECT phone_country AS country, count(*)::int AS "customerCount" FROM customer
     WHERE project_id = $1 AND phone_e164 IS NOT NULL
     GROUP BY phone_country ORDER BY "customerCount" DESC, country`,
    [projectId],
  );
  return rows;
};

/** By id, the ones after `after`. */
export const readCustomersAfter = async (
  connection: Connection,
  projectId: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<CustomerRow[]> => {
  const { rows } = await connection.query<CustomerRow>(
    `SELECT ${columns} FROM customer c
     WHERE c.project_id = $1 AND ($2::uuid IS NULL OR c.id > $2::uuid) ORDER BY c.id LIMIT $3`,
    [projectId, after, limit],
  );
  return rows;
};

/** Every customer of the project is equally likely to be among them. Reads only an index. */
export const readRandomCustomerIds = async (
  connection: Connection,
  projectId: string,
  size: number,
): Promise<string[]> => {
  const { rows } = await connection.query<{ id: string }>(
    'SELECT id FROM customer WHERE project_id = $1 ORDER BY random() LIMIT $2',
    [projectId, size],
  );
  return rows.map(({ id }) => id);
};

export const countProjectCustomers = async (connection: Connection, projectId: string): Promise<number> => {
  const { rows } = await connection.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM customer WHERE project_id = $1',
    [projectId],
  );
  return rows[0]?.count ?? 0;
};

export interface IdentifierRow {
  readonly customerId: string;
  readonly kind: string;
  readonly value: string;
}

export const readIdentifiers = async (
  connection: Connection,
  projectId: string,
  customerIds: readonly string[],
): Promise<IdentifierRow[]> => {
  const { rows } = await connection.query<IdentifierRow>(
    `SELECT customer_id AS "customerId", kind, value FROM customer_identifier
     WHERE customer_id = ANY($2::uuid[]) AND project_id IS NOT DISTINCT FROM $1 ORDER BY customer_id, kind, value`,
    [projectId, uuidArray(customerIds)],
  );
  return rows;
};

export interface GrantRow {
  readonly customerId: string;
  readonly categoryId: string;
}

/** Consents that count now: granted, and valid without end or beyond now. */
export const readGrantedConsents = async (
  connection: Connection,
  projectId: string,
  customerIds: readonly string[],
): Promise<GrantRow[]> => {
  const { rows } = await connection.query<GrantRow>(
    `SELECT customer_id AS "customerId", category_id AS "categoryId" FROM consent
     WHERE customer_id = ANY($2::uuid[]) AND project_id = $1 AND is_granted
       AND (valid_until IS NULL OR valid_until > now())`,
    [projectId, uuidArray(customerIds)],
  );
  return rows;
};

/** Names of the attributes that the project takes for dates. */
export const readDateAttributes = async (connection: Connection, projectId: string): Promise<Set<string>> => {
  const { rows } = await connection.query<{ name: string }>(
    `SELECT name FROM customer_attribute WHERE project_id = $1 AND type = 'date'`,
    [projectId],
  );
  return new Set(rows.map(({ name }) => name));
};

export type AttributeType = Extract<ColumnTarget, { to: 'attribute' }>['type'];

export interface AttributeRow {
  readonly name: string;
  readonly type: AttributeType;
}

/** What the project takes these attributes for from now on; each name once. */
export const upsertAttributes = async (
  connection: Connection,
  projectId: string,
  attributes: readonly AttributeRow[],
): Promise<void> => {
  await connection.query(
    `INSERT INTO customer_attribute (project_id, name, type)
     SELECT $1, n.name, n.type::attribute_type FROM unnest($2::text[], $3::text[]) AS n (name, type)
     ON CONFLICT (project_id, name) DO UPDATE SET type = excluded.type`,
    [projectId, attributes.map(({ name }) => name), attributes.map(({ type }) => type)],
  );
};

/** With the first of its ids, `registered` before others. */
export type CustomerListRow = CustomerRow & { readonly anyId: string | null };

const anyId = `(SELECT i.value FROM customer_identifier i WHERE i.customer_id = c.id
  ORDER BY i.kind <> 'registered', i.kind, i.value LIMIT 1) AS "anyId"`;

/** The ones of these ids that exist in the project, in no particular order. */
export const readCustomersWithId = async (
  connection: Connection,
  projectId: string,
  ids: readonly string[],
): Promise<CustomerListRow[]> => {
  const { rows } = await connection.query<CustomerListRow>(
    `SELECT ${columns}, ${anyId} FROM customer c WHERE c.project_id = $1 AND c.id = ANY($2::uuid[])`,
    [projectId, ids],
  );
  return rows;
};

export interface CustomerListQuery {
  readonly projectId: string;
  /** A customer is found when it contains any of these. */
  readonly search: readonly string[];
  readonly after: string | null;
  readonly limit: number;
}

/** One row more than `limit`, by id. */
export const readCustomerList = async (
  { pool }: Database,
  query: CustomerListQuery,
): Promise<CustomerListRow[]> => {
  const { rows } = await pool.query<CustomerListRow>(
    `SELECT ${columns}, ${anyId} FROM customer c
     WHERE c.project_id = $1 AND c.search_text LIKE ANY($2::text[]) AND ($3::uuid IS NULL OR c.id > $3::uuid)
     ORDER BY c.id LIMIT $4`,
    [query.projectId, query.search.map(containsPattern), query.after, query.limit + 1],
  );
  return rows;
};

export interface ConsentRow {
  readonly categoryId: string;
  readonly categoryName: string;
  readonly isGranted: boolean;
  readonly since: Date;
  readonly source: string;
}

/** A consent that has run out counts as revoked. */
export const readConsents = async (
  { pool }: Database,
  projectId: string,
  customerId: string,
): Promise<ConsentRow[]> => {
  const { rows } = await pool.query<ConsentRow>(
    `SELECT s.category_id AS "categoryId", g.name AS "categoryName", s.since, s.source,
       s.is_granted AND (s.valid_until IS NULL OR s.valid_until > now()) AS "isGranted"
     FROM consent s JOIN consent_category g ON g.id = s.category_id
     WHERE s.project_id = $1 AND s.customer_id = $2 ORDER BY g.name`,
    [projectId, customerId],
  );
  return rows;
};

export interface CustomerEventRow {
  readonly id: string;
  readonly type: string;
  readonly isCampaign: boolean;
  readonly timestamp: Date;
  readonly properties: CustomerEvent['properties'];
}

const eventColumns = `id, type, type = ANY(${campaignEventTypes('$1')}) AS "isCampaign", timestamp, properties`;

export interface CustomerEventQuery {
  readonly projectId: string;
  readonly customerId: string;
  readonly type: string | undefined;
  readonly only: 'campaign' | undefined;
  /** Time and id of the last event seen. */
  readonly after: readonly string[] | null;
  readonly limit: number;
}

/** One row more than `limit`, newest first. */
export const readCustomerEvents = async (
  { pool }: Database,
  query: CustomerEventQuery,
): Promise<CustomerEventRow[]> => {
  const [timestamp = null, id = null] = query.after ?? [];
  const { rows } = await pool.query<CustomerEventRow>(
    `SELECT ${eventColumns} FROM customer_event
     WHERE project_id = $1 AND customer_id = $2 AND ($3::text IS NULL OR type = $3)
       AND (NOT $7 OR type = ANY(${campaignEventTypes('$1')}))
       AND ($4::timestamptz IS NULL OR (timestamp, id) < ($4::timestamptz, $5::uuid))
     ORDER BY timestamp DESC, id DESC LIMIT $6`,
    [
      query.projectId,
      query.customerId,
      query.type ?? null,
      timestamp,
      id,
      query.limit + 1,
      query.only === 'campaign',
    ],
  );
  return rows;
};

/** The newest events of a type in a project. */
export const readEventsOfType = async (
  { pool }: Database,
  { projectId, type, limit }: { projectId: string; type: string; limit: number },
): Promise<(CustomerEventRow & { readonly customerId: string })[]> => {
  const { rows } = await pool.query<CustomerEventRow & { customerId: string }>(
    `SELECT ${eventColumns}, customer_id AS "customerId" FROM customer_event
     WHERE project_id = $1 AND type = $2 ORDER BY timestamp DESC LIMIT $3`,
    [projectId, type, limit],
  );
  return rows;
};

export const readHasEvents = async (
  connection: Connection,
  projectId: string,
  type: string,
): Promise<boolean> => {
  const { rows } = await connection.query<{ exists: boolean }>(
    'SELECT EXISTS (SELECT FROM customer_event WHERE project_id = $1 AND type = $2) AS exists',
    [projectId, type],
  );
  return rows[0]?.exists ?? false;
};
