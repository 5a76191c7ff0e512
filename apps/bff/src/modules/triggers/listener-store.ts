import type { PoolClient } from 'pg';

export interface EventListener {
  readonly runId: string;
  readonly nodeId: string;
  readonly projectId: string;
  readonly type: string;
  readonly isTrigger: boolean;
}

/** With the scenario of the run. */
export type FoundListener = EventListener & { readonly scenarioId: string };

export const insertListeners = async (
  connection: PoolClient,
  listeners: readonly EventListener[],
): Promise<void> => {
  if (listeners.length === 0) return;
  await connection.query(
    `INSERT INTO event_listener (run_id, node_id, project_id, type, is_trigger)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::boolean[])`,
    [
      listeners.map(({ runId }) => runId),
      listeners.map(({ nodeId }) => nodeId),
      listeners.map(({ projectId }) => projectId),
      listeners.map(({ type }) => type),
      listeners.map(({ isTrigger }) => isTrigger),
    ],
  );
};

/** Ends listening: of the triggers of a run, or of all of it. */
export const deleteListeners = async (
  connection: PoolClient,
  runId: string,
  which: 'triggers' | 'all',
): Promise<void> => {
  await connection.query(`DELETE FROM event_listener WHERE run_id = $1 AND ($2 OR is_trigger)`, [
    runId,
    which === 'all',
  ]);
};

/** Who listens to events of these types, in order of run. */
export const readListeners = async (
  connection: PoolClient,
  projectId: string,
  types: readonly string[],
): Promise<FoundListener[]> => {
  const { rows } = await connection.query<FoundListener>(
    `SELECT l.run_id AS "runId", l.node_id AS "nodeId", l.project_id AS "projectId", l.type, l.is_trigger AS "isTrigger",
       r.scenario_id AS "scenarioId"
     FROM event_listener l JOIN run r ON r.id = l.run_id
     WHERE l.project_id = $1 AND l.type = ANY($2::text[]) ORDER BY l.run_id, l.node_id`,
    [projectId, types],
  );
  return rows;
};

export interface InboxRow {
  readonly eventId: string;
  readonly projectId: string;
  readonly customerId: string;
  readonly type: string;
  readonly depth: number;
}

/** Takes events out of the inbox, the oldest of one project first; others who look at the same time get others. */
export const takeInbox = async (connection: PoolClient, limit: number): Promise<InboxRow[]> => {
  const { rows } = await connection.query<InboxRow>(
    `DELETE FROM event_inbox WHERE event_id IN (
       SELECT event_id FROM event_inbox ORDER BY event_id LIMIT $1 FOR UPDATE SKIP LOCKED)
     RETURNING event_id AS "eventId", project_id AS "projectId", customer_id AS "customerId", type, depth`,
    [limit],
  );
  return rows.toSorted((one, other) => (one.eventId < other.eventId ? -1 : 1));
};

/** Enrolments of these customers that a node of a run holds for an event. */
export const readAwaiting = async (
  connection: PoolClient,
  { runId, nodeId, customerIds }: { runId: string; nodeId: string; customerIds: readonly string[] },
): Promise<string[]> => {
  const { rows } = await connection.query<{ id: string }>(
    // The run is not asked for by an index of its own: of one that the planner does not know yet it would read everybody.
    `SELECT id FROM enrolment WHERE run_id IS NOT DISTINCT FROM $1 AND customer_id = ANY($3::uuid[]) AND node_id = $2
       AND awaits IS NOT NULL AND status = 'active' ORDER BY id`,
    [runId, nodeId, customerIds],
  );
  return rows.map(({ id }) => id);
};
