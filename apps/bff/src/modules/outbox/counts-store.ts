import type { Connection } from '../../database/database.ts';

export interface Counted {
  readonly count: number;
  /** There are more than were counted. */
  readonly isMore: boolean;
}

interface Asked {
  readonly projectId: string;
  /** Null: of all runs, and tests. */
  readonly runId: string | null;
}

// A person reads the number: beyond this one the exact one says no more.
const most = 10_000;

const counted = (count: number): Counted => ({ count: Math.min(count, most), isMore: count > most });

/** How many messages of a project are unknown, found by their requests; of a run it is counted. */
export const countUnknown = async (connection: Connection, { projectId, runId }: Asked): Promise<Counted> => {
  const { rows } =
    runId === null
      ? await connection.query<{ count: number }>(
          `SELECT count(*)::int AS count FROM (SELECT FROM send_batch b CROSS JOIN LATERAL (
             SELECT FROM message WHERE batch_id = b.id AND status = 'unknown' OFFSET 0) m
           WHERE b.project_id = $1 AND b.status = 'unknown' LIMIT $2) c`,
          [projectId, most + 1],
        )
      : await connection.query<{ count: number }>(
          `SELECT coalesce(sum(value), 0)::int AS count FROM node_count
           WHERE run_id = $2 AND project_id = $1 AND counter = 'unknown'`,
          [projectId, runId],
        );
  return counted(rows[0]?.count ?? 0);
};

/** How many messages are in requests that are this old and that nobody has answered, and since when the first of them is open. */
export const countSending = async (
  connection: Connection,
  { projectId, runId, olderThanSeconds }: Asked & { olderThanSeconds: number },
): Promise<Counted & { readonly since: Date | null }> => {
  const { rows } = await connection.query<{ count: number; since: Date | null }>(
    `SELECT count(*)::int AS count, min(created_at) AS since FROM (SELECT b.created_at FROM send_batch b CROSS JOIN LATERAL (
       SELECT FROM message WHERE batch_id = b.id AND status = 'sending' AND ($2::uuid IS NULL OR run_id = $2) OFFSET 0) m
     WHERE b.status = 'sending' AND b.created_at < now() - make_interval(secs => $3) AND b.project_id = $1
     ORDER BY b.created_at LIMIT $4) c`,
    [projectId, runId, olderThanSeconds, most + 1],
  );
  return { ...counted(rows[0]?.count ?? 0), since: rows[0]?.since ?? null };
};
