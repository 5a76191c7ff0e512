import type { Connection } from '../../database/database.ts';

/** What is read of each customer besides the phone. */
export interface Projection {
  /** Names of attributes, or whole documents. */
  readonly attributes: readonly string[] | 'all';
  readonly ids: boolean;
  /** Whose consent is looked up; null: none is asked for. */
  readonly consentCategoryId: string | null;
}

export interface ProjectedPage {
  /** A line for each customer, in the order of ids; null when there are none left. */
  readonly text: string | null;
}

const idsJson = `(SELECT json_object_agg(own.kind, own.held ORDER BY own.kind) FROM (
    SELECT i.kind, json_agg(i.value ORDER BY i.value) AS held FROM customer_identifier i
    WHERE i.customer_id = c.id AND i.project_id = $1 GROUP BY i.kind) own)::text`;

const readsOf = ({ attributes }: Projection, parameters: unknown[]): string[] => {
  if (attributes === 'all') return ['c.attributes::text'];
  return attributes.map((name) => `(c.attributes->$${parameters.push(name)}::text)::text`);
};

const consentsOf = ({ consentCategoryId }: Projection, parameters: unknown[]): string =>
  consentCategoryId === null
    ? ''
    : `LEFT JOIN consent s ON s.customer_id = c.id AND s.category_id = $${parameters.push(consentCategoryId)}::uuid
         AND s.project_id = $1 AND s.is_granted AND (s.valid_until IS NULL OR s.valid_until > now())`;

/**
 * The next customers by id, as one text: a row for each would cost more to take apart than all that is done with it. Fields: id,
 * flags, the raw phone where it is no number (JSON), country of the number, ids (JSON), then the attributes (JSON each). A
 * missing one is empty.
 */
export const readProjectedPage = async (
  connection: Connection,
  projectId: string,
  { projection, after, limit }: { projection: Projection; after: string; limit: number },
): Promise<ProjectedPage> => {
  const parameters: unknown[] = [projectId, after, limit];
  const consents = consentsOf(projection, parameters);
  const fields = [
    `(CASE WHEN c.phone_e164 IS NULL THEN 0 ELSE 1 END | CASE WHEN c.phone_is_us THEN 2 ELSE 0 END
      | CASE WHEN c.is_unusable THEN 4 ELSE 0 END${consents === '' ? '' : ' | CASE WHEN s.customer_id IS NULL THEN 0 ELSE 8 END'})::text`,
    `CASE WHEN c.phone_e164 IS NULL THEN (c.attributes->'phone')::text END`,
    'c.phone_country',
    projection.ids ? idsJson : 'NULL',
    ...readsOf(projection, parameters),
  ].map((field) => `coalesce(${field}, '')`);
  const { rows } = await connection.query<ProjectedPage>(
    `SELECT string_agg(line, E'\\x1e' ORDER BY id) AS text FROM (
       SELECT c.id, ${['c.id::text', ...fields].join(` || E'\\x1f' || `)} AS line
       FROM customer c ${consents}
       WHERE c.project_id = $1 AND c.id > $2::uuid ORDER BY c.id LIMIT $3) page`,
    parameters,
  );
  return rows[0] ?? { text: null };
};

/** How many customers there are, and when any of them or of their consents changed last. */
export const readCustomersStamp = async (
  connection: Connection,
  projectId: string,
): Promise<{ customers: number; changedAt: string }> => {
  const { rows } = await connection.query<{ customers: number; changedAt: string }>(
    `SELECT count(*)::int AS customers,
       coalesce(max(c.updated_at)::text, '') || ' ' || count(*) FILTER (WHERE c.is_unusable) || ' '
         || coalesce((SELECT max(since)::text || count(*) FROM consent WHERE project_id = $1), '') AS "changedAt"
     FROM customer c WHERE c.project_id = $1`,
    [projectId],
  );
  return rows[0] ?? { customers: 0, changedAt: '' };
};
