import type { PoolClient } from 'pg';
import { uuidArray } from '../../database/binary-array.ts';

export interface WaitingRow {
  readonly id: string;
  readonly runId: string | null;
}

interface ToHandOver {
  readonly messageIds: readonly string[];
  readonly from: string;
  readonly to: string;
}

/**
 * Gives those of these messages that still wait for one integration to another, and returns them. What was handed over before stays:
 * nothing is passed on a second time.
 */
export const moveWaiting = async (
  connection: PoolClient,
  { messageIds, from, to }: ToHandOver,
): Promise<WaitingRow[]> => {
  const { rows } = await connection.query<WaitingRow>(
    // In order of id, as claims are made.
    `WITH waiting AS MATERIALIZED (
       SELECT id FROM message WHERE id = ANY($1::uuid[]) AND integration_id = $2 AND status = 'enqueued'
         AND handed_over_from IS NULL ORDER BY id FOR UPDATE)
     UPDATE message m SET integration_id = $3, handed_over_from = $2 FROM waiting WHERE m.id = waiting.id
     RETURNING m.id, m.run_id AS "runId"`,
    [uuidArray(messageIds), from, to],
  );
  return rows;
};

/** The ones of these messages that wait for this integration. */
export const readWaiting = async (
  connection: PoolClient,
  { messageIds, integrationId }: { messageIds: readonly string[]; integrationId: string },
): Promise<WaitingRow[]> => {
  const { rows } = await connection.query<WaitingRow>(
    `SELECT id, run_id AS "runId" FROM message WHERE id = ANY($1::uuid[]) AND integration_id = $2 AND status = 'enqueued' ORDER BY id`,
    [uuidArray(messageIds), integrationId],
  );
  return rows;
};
