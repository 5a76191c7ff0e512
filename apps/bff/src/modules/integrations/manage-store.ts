import type { RateUnit } from '@curlew/contract';
import type { PoolClient } from 'pg';
import type { Connection } from '../../database/database.ts';

export interface IntegrationOf {
  readonly projectId: string;
  readonly integrationId: string;
}

export interface ManagedRow {
  readonly id: string;
  readonly name: string;
  readonly provider: string;
  readonly settings: unknown;
  readonly secrets: Buffer;
  readonly isDefault: boolean;
  readonly ratePerSecond: number;
  readonly rateUnit: RateUnit;
  readonly hasPrices: boolean;
  /** Nobody calls its operator before then; null: it may be called. */
  readonly heldUntil: Date | null;
  readonly trouble: string | null;
  readonly troubleSince: Date | null;
  readonly fallbackIntegrationId: string | null;
  readonly fallbackName: string | null;
  readonly fallbackHeldUntil: Date | null;
  /** Genuine calls of its operator in the last 30 days that nobody could read. */
  readonly unreadCalls: number;
  readonly lastUnreadAt: Date | null;
  readonly lastReportAt: Date | null;
}

const columns = `i.id, i.name, i.provider, i.settings, i.secrets, i.is_default AS "isDefault",
  i.rate_per_second AS "ratePerSecond", i.rate_unit::text AS "rateUnit",
  i.held_until AS "heldUntil", i.trouble, i.trouble_since AS "troubleSince",
  i.fallback_integration_id AS "fallbackIntegrationId", f.name AS "fallbackName", f.held_until AS "fallbackHeldUntil",
  unread.count AS "unreadCalls", unread.last AS "lastUnreadAt", i.last_report_at AS "lastReportAt",
  EXISTS (SELECT FROM price p WHERE p.integration_id = i.id AND p.project_id = i.project_id) AS "hasPrices"`;
const tables = `integration i LEFT JOIN integration f ON f.id = i.fallback_integration_id AND f.project_id = i.project_id
  CROSS JOIN LATERAL (SELECT count(*)::int AS count, max(received_at) AS last FROM unread_call u
    WHERE u.integration_id = i.id AND u.project_id = i.project_id AND u.received_at > now() - interval '30 days') unread`;

/** The default first, then by name. */
export const readManagedRows = async (connection: Connection, projectId: string): Promise<ManagedRow[]> => {
  const { rows } = await connection.query<ManagedRow>(
    `SELECT ${columns} FROM ${tables} WHERE i.project_id = $1 ORDER BY i.is_default DESC, lower(i.name), i.id`,
    [projectId],
  );
  return rows;
};

/** One change of which integrations a project has at a time. */
export const lockIntegrationsOf = async (connection: PoolClient, projectId: string): Promise<void> => {
  await connection.query(`SELECT pg_advisory_xact_lock(hashtextextended('integrations ' || $1::text, 0))`, [
    projectId,
  ]);
};

export const readManagedRow = async (
  connection: Connection,
  { projectId, integrationId }: IntegrationOf,
): Promise<ManagedRow | null> => {
  const { rows } = await connection.query<ManagedRow>(
    `SELECT ${columns} FROM ${tables} WHERE i.project_id = $1 AND i.id = $2`,
    [projectId, integrationId],
  );
  return rows[0] ?? null;
};

/** Whether another integration of the project has this name, whatever its case. */
export const hasIntegrationNamed = async (
  connection: PoolClient,
  { projectId, integrationId }: IntegrationOf,
  name: string,
): Promise<boolean> => {
  const { rowCount } = await connection.query(
    'SELECT FROM integration WHERE project_id = $1 AND lower(name) = lower($2) AND id <> $3 LIMIT 1',
    [projectId, name, integrationId],
  );
  return rowCount === 1;
};

export interface ManagedValues {
  readonly name: string;
  readonly ratePerSecond: number;
  readonly rateUnit: RateUnit;
  readonly fallbackIntegrationId: string | null;
  readonly settings: object;
  readonly secrets: Uint8Array;
}

export const insertManagedRow = async (
  connection: PoolClient,
  { projectId, integrationId }: IntegrationOf,
  {
    provider,
    isDefault,
    ...values
  }: ManagedValues & { readonly provider: string; readonly isDefault: boolean },
): Promise<void> => {
  await connection.query(
    `INSERT INTO integration (id, project_id, name, provider, settings, secrets, is_default, rate_per_second, rate_unit,
       fallback_integration_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::rate_unit, $10)`,
    [
      integrationId,
      projectId,
      values.name,
      provider,
      JSON.stringify(values.settings),
      Buffer.from(values.secrets),
      isDefault,
      values.ratePerSecond,
      values.rateUnit,
      values.fallbackIntegrationId,
    ],
  );
};

export const updateManagedRow = async (
  connection: PoolClient,
  { projectId, integrationId }: IntegrationOf,
  values: ManagedValues,
): Promise<void> => {
  await connection.query(
    `UPDATE integration SET name = $3, rate_per_second = $4, settings = $5, secrets = $6,
       rate_unit = $7::rate_unit, fallback_integration_id = $8
     WHERE project_id = $1 AND id = $2`,
    [
      projectId,
      integrationId,
      values.name,
      values.ratePerSecond,
      JSON.stringify(values.settings),
      Buffer.from(values.secrets),
      values.rateUnit,
      values.fallbackIntegrationId,
    ],
  );
};

/** There is one default, or none. */
export const updateDefault = async (
  connection: PoolClient,
  { projectId, integrationId }: IntegrationOf,
): Promise<void> => {
  await connection.query(
    `UPDATE integration SET is_default = (id = $2) WHERE project_id = $1 AND is_default <> (id = $2)`,
    [projectId, integrationId],
  );
};

export const deleteIntegrationRows = async (
  connection: PoolClient,
  { projectId, integrationId }: IntegrationOf,
): Promise<void> => {
  const of = [projectId, integrationId];
  await connection.query('DELETE FROM price WHERE project_id = $1 AND integration_id = $2', of);
  await connection.query('DELETE FROM integration WHERE project_id = $1 AND id = $2', of);
};

/** Makes whoever counts the checks of this project wait until the transaction ends. */
export const lockChecks = async (connection: PoolClient, projectId: string): Promise<void> => {
  await connection.query(
    `SELECT pg_advisory_xact_lock(hashtextextended('integration checks ' || $1::text, 0))`,
    [projectId],
  );
};
