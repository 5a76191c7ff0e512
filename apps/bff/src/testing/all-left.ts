import type { AppContext } from '../app-context.ts';

/** Counts all messages of a project as sent, for tests that write by hand what became of them. */
export const allLeft = async (
  { database }: Pick<AppContext, 'database'>,
  projectId: string,
): Promise<void> => {
  await database.pool.query(
    `INSERT INTO node_count (run_id, node_id, counter, slot, project_id, value)
     SELECT run_id, node_id, 'sent', 99, project_id, sum(value) FROM node_count
     WHERE project_id = $1 AND counter = 'enqueued' GROUP BY 1, 2, 5
     ON CONFLICT (run_id, node_id, counter, slot) DO UPDATE SET value = excluded.value`,
    [projectId],
  );
};
