import type { Connection } from '../../database/database.ts';

export interface NamingScenario {
  readonly id: string;
  readonly name: string;
  readonly isRunning: boolean;
}

/** Where a document asks for events: by a trigger, a wait, a condition or the winner of a split. */
const askingPaths = [
  '$.nodes[*] ? (@.kind == "on_event").settings.event',
  '$.nodes[*] ? (@.kind == "wait" && @.settings.mode == "event").settings.event',
  '$.nodes[*] ? (@.kind == "condition").settings.filter.groups[*].conditions[*] ? (@.kind == "event").event',
  '$.nodes[*] ? (@.kind == "split").settings.winner ? (@.by == "event").event',
];
const trackingPaths = ['$.nodes[*] ? (@.kind == "track_event").settings.event'];

const names = (document: string): string => `EXISTS (SELECT FROM unnest($3::text[]) AS place (path)
  CROSS JOIN LATERAL jsonb_path_query(${document}, place.path::jsonpath) AS found (name)
  WHERE btrim(found.name #>> '{}', E' \\t\\r\\n') = $2)`;

interface Named {
  readonly projectId: string;
  readonly type: string;
}

// Their draft names it, or a version that still runs; running ones first.
const readNaming = async (
  connection: Connection,
  { projectId, type }: Named,
  paths: readonly string[],
): Promise<NamingScenario[]> => {
  const { rows } = await connection.query<NamingScenario>(
    `WITH running AS (
       SELECT DISTINCT r.scenario_id AS id FROM run r JOIN scenario_version v ON v.id = r.version_id
       WHERE r.project_id = $1 AND r.status IN ('active', 'finishing') AND ${names('v.document')}
     )
     SELECT s.id, s.name, running.id IS NOT NULL AS "isRunning"
     FROM scenario s LEFT JOIN running ON running.id = s.id
     WHERE s.project_id = $1 AND (running.id IS NOT NULL OR ${names('s.document')})
     ORDER BY "isRunning" DESC, lower(s.name), s.id`,
    [projectId, type, paths],
  );
  return rows;
};

/** The scenarios that ask for events of a type. */
export const readAskingScenarios = (connection: Connection, named: Named): Promise<NamingScenario[]> =>
  readNaming(connection, named, askingPaths);

/** The scenarios that track events of a type. */
export const readTrackingScenarios = (connection: Connection, named: Named): Promise<NamingScenario[]> =>
  readNaming(connection, named, trackingPaths);
