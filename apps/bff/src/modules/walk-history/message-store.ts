import type { Connection } from '../../database/database.ts';

export interface WalkMessageRow {
  readonly id: string;
  readonly nodeId: string;
  readonly visit: number;
  readonly status: string;
  readonly recipient: string;
  readonly sender: string;
  readonly text: string;
  readonly parts: number;
  readonly error: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly endedAt: Date | null;
}

/** The latest messages of a walk in the order of its steps, found by the key that makes each of them the only one of its visit. */
export const readWalkMessages = async (
  connection: Connection,
  {
    projectId,
    runIds,
    nodeIds,
    walkId,
    most,
  }: {
    projectId: string;
    runIds: readonly string[];
    nodeIds: readonly string[];
    walkId: string;
    most: number;
  },
): Promise<WalkMessageRow[]> => {
  const { rows } = await connection.query<WalkMessageRow>(
    `SELECT id, node_id AS "nodeId", visit, status::text AS status, recipient, sender, text, parts, error,
       created_at AS "createdAt", sent_at AS "sentAt", ended_at AS "endedAt"
     FROM message WHERE project_id = $1 AND run_id = ANY($2::uuid[]) AND node_id = ANY($3::text[]) AND enrolment_id = $4
     ORDER BY visit DESC LIMIT $5`,
    [projectId, runIds, nodeIds, walkId, most],
  );
  return rows.toReversed();
};
