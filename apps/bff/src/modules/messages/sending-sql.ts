/**
 * Messages of these runs ($2) of a project ($1) that are in requests without an answer, by run and node: found by their requests, of which
 * few are open. What a report has settled meanwhile is not among them.
 */
export const sendingSql = `SELECT m.run_id, m.node_id, count(*) AS value FROM send_batch b CROSS JOIN LATERAL (
    SELECT run_id, node_id FROM message WHERE batch_id = b.id AND status = 'sending' OFFSET 0) m
  WHERE b.project_id = $1 AND b.status = 'sending' AND m.run_id = ANY($2::uuid[]) GROUP BY 1, 2`;
