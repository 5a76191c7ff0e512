import type { Connection } from '../../database/database.ts';

/** Notes that operators of these integrations have just reported; where that was noted less than a minute before, it stays. */
export const noteReports = async (
  connection: Connection,
  { integrationIds, at }: { integrationIds: readonly string[]; at: Date },
): Promise<void> => {
  await connection.query(
    `WITH due AS MATERIALIZED (
       SELECT id FROM integration WHERE id = ANY($1::uuid[])
         AND (last_report_at IS NULL OR last_report_at <= $2::timestamptz - interval '1 minute')
       ORDER BY id FOR NO KEY UPDATE)
     UPDATE integration i SET last_report_at = $2 FROM due WHERE i.id = due.id`,
    [integrationIds, at],
  );
};
