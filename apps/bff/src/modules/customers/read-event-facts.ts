import type { EventFacts } from '@curlew/engine';
import type { Connection } from '../../database/database.ts';

/** Events of a project by their ids; one that is not there any more is missing. */
export const readEventFacts = async (
  connection: Connection,
  projectId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, EventFacts>> => {
  if (ids.length === 0) return new Map();
  const { rows } = await connection.query<{
    id: string;
    type: string;
    timestamp: Date;
    properties: EventFacts['properties'];
  }>(
    // Those of a project are found by their ids alone, whatever the planner knows of it.
    `SELECT id, type, timestamp, properties FROM customer_event
     WHERE project_id IS NOT DISTINCT FROM $1 AND id = ANY($2::uuid[])`,
    [projectId, [...new Set(ids)]],
  );
  return new Map(
    rows.map(({ id, type, timestamp, properties }) => [
      id,
      { type, timestamp: timestamp.getTime(), properties },
    ]),
  );
};
