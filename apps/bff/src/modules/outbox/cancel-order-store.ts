import type { PoolClient } from 'pg';
import type { Connection } from '../../database/database.ts';

export interface CancelOrderRow {
  readonly id: string;
  readonly projectId: string;
  readonly runId: string;
  readonly scenarioId: string;
  readonly scenarioName: string;
  readonly nodeId: string | null;
  readonly asked: number;
  readonly cancelled: number;
  readonly orderedBy: string;
  readonly orderedAt: Date;
  readonly endedAt: Date | null;
}

const columns = `o.id, o.project_id AS "projectId", o.run_id AS "runId", r.scenario_id AS "scenarioId", s.name AS "scenarioName",
  o.node_id AS "nodeId", o.asked, o.cancelled, o.ordered_by AS "orderedBy", o.ordered_at AS "orderedAt", o.ended_at AS "endedAt"`;
const tables = 'cancel_order o JOIN run r ON r.id = o.run_id JOIN scenario s ON s.id = r.scenario_id';

export interface NewCancelOrder {
  readonly id: string;
  readonly projectId: string;
  readonly runId: string;
  readonly nodeId: string | null;
  readonly asked: number;
  readonly orderedBy: string;
  readonly orderedAt: Date;
}

/** False: another order about this run is not carried out yet. */
export const insertCancelOrder = async (connection: PoolClient, order: NewCancelOrder): Promise<boolean> => {
  const { rowCount } = await connection.query(
    `INSERT INTO cancel_order (id, project_id, run_id, node_id, asked, ordered_by, ordered_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (run_id) WHERE ended_at IS NULL DO NOTHING`,
    [order.id, order.projectId, order.runId, order.nodeId, order.asked, order.orderedBy, order.orderedAt],
  );
  return rowCount === 1;
};

/** By id alone: for jobs, whose order was given within its project. */
export const readCancelOrder = async (connection: Connection, id: string): Promise<CancelOrderRow | null> => {
  const { rows } = await connection.query<CancelOrderRow>(
    `SELECT ${columns} FROM ${tables} WHERE o.id = $1`,
    [id],
  );
  return rows[0] ?? null;
};

/** The orders of a project from before one of them, the latest first. */
export const readCancelOrders = async (
  connection: Connection,
  { projectId, before, limit }: { projectId: string; before: string | null; limit: number },
): Promise<CancelOrderRow[]> => {
  const { rows } = await connection.query<CancelOrderRow>(
    `SELECT ${columns} FROM ${tables} WHERE o.project_id = $1 AND ($2::uuid IS NULL OR o.id < $2)
     ORDER BY o.id DESC LIMIT $3`,
    [projectId, before, limit],
  );
  return rows;
};

export const addCancelled = async (connection: PoolClient, id: string, count: number): Promise<void> => {
  await connection.query('UPDATE cancel_order SET cancelled = cancelled + $2 WHERE id = $1', [id, count]);
};

export const endCancelOrder = async (connection: PoolClient, id: string, at: Date): Promise<void> => {
  await connection.query('UPDATE cancel_order SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL', [
    id,
    at,
  ]);
};

/** A message by the place that an index keeps it at among those of its run. */
export interface PlacedMessage {
  readonly id: string;
  readonly nodeId: string;
  readonly enrolmentId: string;
  readonly visit: number;
  readonly status: string;
  readonly integrationId: string;
  readonly createdAt: Date;
}

export type MessagePlace = Pick<PlacedMessage, 'nodeId' | 'enrolmentId' | 'visit'>;

/** Messages of a run, or of one node of it, whatever became of them, after a place, in the order of their unique key. */
export const readPlaced = async (
  connection: Connection,
  { runId, nodeId }: Pick<CancelOrderRow, 'runId' | 'nodeId'>,
  { after, limit }: { after: MessagePlace | null; limit: number },
): Promise<PlacedMessage[]> => {
  const { rows } = await connection.query<PlacedMessage>(
    `SELECT id, node_id AS "nodeId", enrolment_id AS "enrolmentId", visit, status::text AS status,
       integration_id AS "integrationId", created_at AS "createdAt"
     FROM message WHERE run_id = $1 AND ${nodeId === null ? '$2::text IS NULL' : 'node_id = $2'}
       AND ${after === null ? '$3::text IS NULL AND $4::uuid IS NULL AND $5::int IS NULL' : '(node_id, enrolment_id, visit) > ($3, $4::uuid, $5::int)'}
     ORDER BY node_id, enrolment_id, visit LIMIT $6`,
    [runId, nodeId, after?.nodeId ?? null, after?.enrolmentId ?? null, after?.visit ?? null, limit],
  );
  return rows;
};
