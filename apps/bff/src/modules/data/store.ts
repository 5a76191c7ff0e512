import type { PoolClient } from 'pg';
import type { ComparisonType } from '@curlew/scenario';

/** Of all values under one name, those that read the same. */
export interface ValueRow {
  readonly name: string;
  /** As `jsonb_typeof` calls it. */
  readonly kind: string;
  /** Its beginning, of a list that of its first item. */
  readonly text: string | null;
  readonly count: number;
}

/** Longer than what is shown, so that it can be told what was cut. */
const longestText = 100;

const grouped = `v.key AS name, jsonb_typeof(v.value) AS kind,
  left(CASE jsonb_typeof(v.value) WHEN 'array' THEN v.value ->> 0 ELSE v.value #>> '{}' END, ${longestText}) AS text,
  count(*)::int AS count`;
const known = `v.value <> ALL (ARRAY['null', '""', '[]']::jsonb[])`;

/** Ids of customers taken at random, each equally likely; all of them where there are no more. */
export const readRandomIds = async (
  connection: PoolClient,
  projectId: string,
  size: number,
): Promise<string[]> => {
  const { rows } = await connection.query<{ id: string }>(
    'SELECT id FROM customer WHERE project_id = $1 ORDER BY random() LIMIT $2',
    [projectId, size],
  );
  return rows.map(({ id }) => id);
};

export const readAttributeValues = async (
  connection: PoolClient,
  projectId: string,
  customerIds: readonly string[],
): Promise<ValueRow[]> => {
  const { rows } = await connection.query<ValueRow>(
    `SELECT ${grouped} FROM customer c CROSS JOIN jsonb_each(c.attributes) v
     WHERE c.project_id = $1 AND c.id = ANY($2::uuid[]) AND ${known} GROUP BY 1, 2, 3`,
    [projectId, customerIds],
  );
  return rows;
};

export const readDeclaredTypes = async (
  connection: PoolClient,
  projectId: string,
): Promise<{ name: string; type: ComparisonType }[]> => {
  const { rows } = await connection.query<{ name: string; type: ComparisonType }>(
    'SELECT name, type::text AS type FROM customer_attribute WHERE project_id = $1 ORDER BY name',
    [projectId],
  );
  return rows;
};

export interface EventTypeRow {
  readonly type: string;
  readonly lastSeenAt: Date;
  /** Counted up to a limit. */
  readonly count: number;
}

/** Types of events, the last seen first. Steps from type to type in the index: its cost is that of the types. */
export const readEventTypes = async (
  connection: PoolClient,
  projectId: string,
  { types, counted }: { types: number; counted: number },
): Promise<EventTypeRow[]> => {
  const { rows } = await connection.query<EventTypeRow>(
    `WITH RECURSIVE found (type, number) AS (
       (SELECT type, 1 FROM customer_event WHERE project_id = $1 ORDER BY type LIMIT 1)
       UNION ALL
       SELECT (SELECT e.type FROM customer_event e WHERE e.project_id = $1 AND e.type > found.type
         ORDER BY e.type LIMIT 1), number + 1
       FROM found WHERE found.type IS NOT NULL AND number < $2)
     SELECT type,
       (SELECT e.timestamp FROM customer_event e WHERE e.project_id = $1 AND e.type = found.type
         ORDER BY e.timestamp DESC LIMIT 1) AS "lastSeenAt",
       (SELECT count(*)::int FROM (SELECT FROM customer_event e
         WHERE e.project_id = $1 AND e.type = found.type LIMIT $3) AS own) AS count
     FROM found WHERE type IS NOT NULL ORDER BY "lastSeenAt" DESC, type`,
    [projectId, types, counted],
  );
  return rows;
};

/** How many events of each type these customers have; of each customer at most `each` are looked at. */
export const readEventCounts = async (
  connection: PoolClient,
  projectId: string,
  { customerIds, each }: { customerIds: readonly string[]; each: number },
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await connection.query<{ type: string; count: number }>(
    `SELECT e.type, count(*)::int AS count FROM unnest($2::uuid[]) AS c (id)
     CROSS JOIN LATERAL (SELECT type FROM customer_event
       WHERE customer_id = c.id AND project_id = $1 ORDER BY timestamp DESC LIMIT $3) e
     GROUP BY e.type`,
    [projectId, customerIds, each],
  );
  return new Map(rows.map(({ type, count }) => [type, count]));
};

/** Property values of the latest events of each of these types. */
export const readPropertyValues = async (
  connection: PoolClient,
  projectId: string,
  { types, latest }: { types: readonly string[]; latest: number },
): Promise<(ValueRow & { readonly type: string })[]> => {
  const { rows } = await connection.query<ValueRow & { type: string }>(
    `SELECT t.type, ${grouped} FROM unnest($2::text[]) AS t (type)
     CROSS JOIN LATERAL (SELECT properties FROM customer_event e WHERE e.project_id = $1 AND e.type = t.type
       ORDER BY e.timestamp DESC LIMIT $3) e
     CROSS JOIN jsonb_each(e.properties) v
     WHERE ${known} GROUP BY 1, 2, 3, 4`,
    [projectId, types, latest],
  );
  return rows;
};
