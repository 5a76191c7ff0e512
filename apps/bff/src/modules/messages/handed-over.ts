import { uuidArray } from '../../database/binary-array.ts';
import type { Connection } from '../../database/database.ts';

// By the index that knows only these.
const waitsHandedOver = `m.handed_over_from IS NOT NULL AND m.batch_id IS NULL AND m.status = 'enqueued'`;

export interface PlaceOfMessages {
  readonly runId: string;
  readonly nodeId: string;
}

export interface HandedOverCount extends PlaceOfMessages {
  /** Of the integration that they wait for now. */
  readonly name: string;
  readonly waiting: number;
  /** There are more than were counted. */
  readonly isMore: boolean;
}

// A backlog may be of millions, and is looked at every few seconds.
const mostCounted = 10_000;

/** How many messages of these nodes wait for a fallback that they were handed over to, the most first. */
export const countHandedOver = async (
  connection: Connection,
  projectId: string,
  places: readonly PlaceOfMessages[],
): Promise<HandedOverCount[]> => {
  if (places.length === 0) return [];
  const { rows } = await connection.query<HandedOverCount>(
    `SELECT place.run_id AS "runId", place.node_id AS "nodeId", i.name, least(counted, $4)::int AS waiting,
       counted > $4 AS "isMore"
     FROM unnest($2::uuid[], $3::text[]) AS place (run_id, node_id) JOIN integration i ON i.project_id = $1
     CROSS JOIN LATERAL (SELECT count(*) AS counted FROM (
       SELECT FROM message m WHERE m.run_id = place.run_id AND m.integration_id = i.id AND m.node_id = place.node_id
         AND ${waitsHandedOver} LIMIT $4 + 1) few) found
     WHERE counted > 0 ORDER BY waiting DESC, i.name`,
    [projectId, uuidArray(places.map(({ runId }) => runId)), places.map(({ nodeId }) => nodeId), mostCounted],
  );
  return rows;
};

/** The ones of these integrations that messages of a run were handed over to, and wait for. */
export const findWaitedFor = async (
  connection: Connection,
  { runId, integrationIds }: { runId: string; integrationIds: readonly string[] },
): Promise<ReadonlySet<string>> => {
  const { rows } = await connection.query<{ id: string }>(
    `SELECT asked.id FROM unnest($2::uuid[]) AS asked (id) WHERE EXISTS (
       SELECT FROM message m WHERE m.run_id = $1 AND m.integration_id = asked.id AND ${waitsHandedOver})`,
    [runId, uuidArray(integrationIds)],
  );
  return new Set(rows.map(({ id }) => id));
};
