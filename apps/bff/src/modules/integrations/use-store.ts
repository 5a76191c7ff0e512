import type { Connection } from '../../database/database.ts';
import type { IntegrationOf } from './manage-store.ts';

export interface NamingScenario {
  readonly id: string;
  readonly name: string;
  readonly isRunning: boolean;
}

// `$byDefault`: nodes that leave the choice to the project send through it, too.
const sendsBy = (document: string): string => `jsonb_path_exists(${document},
  '$.nodes[*] ? (@.kind == "sms" && (@.settings.integrationId == $id
    || ($byDefault == true && (@.settings.integrationId == null || !exists(@.settings.integrationId)))))',
  jsonb_build_object('id', $2::text, 'byDefault', $3::boolean))`;

/** The scenarios whose draft, or a version of which that still runs, sends by it; running ones first. */
export const readNamingScenarios = async (
  connection: Connection,
  { projectId, integrationId }: IntegrationOf,
  isDefault: boolean,
): Promise<NamingScenario[]> => {
  const { rows } = await connection.query<NamingScenario>(
    `WITH running AS (
       SELECT DISTINCT r.scenario_id AS id FROM run r JOIN scenario_version v ON v.id = r.version_id
       WHERE r.project_id = $1 AND r.status IN ('active', 'finishing') AND ${sendsBy('v.document')}
     )
     SELECT s.id, s.name, running.id IS NOT NULL AS "isRunning"
     FROM scenario s LEFT JOIN running ON running.id = s.id
     WHERE s.project_id = $1 AND (running.id IS NOT NULL OR ${sendsBy('s.document')})
     ORDER BY "isRunning" DESC, lower(s.name), s.id`,
    [projectId, integrationId, isDefault],
  );
  return rows;
};

// No integration has this id.
const none = '';

/** The same of those that leave the choice to the project. */
export const readLeavingScenarios = (connection: Connection, projectId: string): Promise<NamingScenario[]> =>
  readNamingScenarios(connection, { projectId, integrationId: none }, true);

export interface MessageCounts {
  readonly waiting: number;
  readonly inQuestion: number;
  readonly awaitingReports: number;
}

/** Reads all messages of the project: for a deletion, which is rare, and not worth an index that every message pays for. */
export const countMessagesThrough = async (
  connection: Connection,
  { projectId, integrationId }: IntegrationOf,
): Promise<MessageCounts> => {
  const { rows } = await connection.query<MessageCounts>(
    `SELECT count(*) FILTER (WHERE status = 'enqueued')::int AS waiting,
       count(*) FILTER (WHERE status = 'sending')::int AS "inQuestion",
       count(*) FILTER (WHERE status = 'sent')::int AS "awaitingReports"
     FROM message WHERE project_id = $1 AND integration_id = $2 AND status IN ('enqueued', 'sending', 'sent')`,
    [projectId, integrationId],
  );
  return rows[0] ?? { waiting: 0, inQuestion: 0, awaitingReports: 0 };
};
