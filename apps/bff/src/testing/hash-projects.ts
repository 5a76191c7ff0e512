import type { AppContext } from '../app-context.ts';

const tables =
  'project scenario scenario_folder scenario_version scenario_revision scenario_expectation scenario_presence run enrolment node_count message customer customer_event consent audience_range message_setting frequency_policy price short_link cancel_order test_send customer_import audit_entry integration membership'.split(
    ' ',
  );

/** Everything there is of these projects, as one hash a table: the same as before where nothing was changed. */
export const hashProjects = async (
  { database }: Pick<AppContext, 'database'>,
  projectIds: readonly string[],
): Promise<string> => {
  const hashes: string[] = [];
  for (const table of tables) {
    const column = table === 'project' ? 'id' : 'project_id';
    const { rows } = await database.pool.query<{ hash: string | null }>(
      `SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS hash FROM ${table} t WHERE ${column} = ANY($1)`,
      [projectIds],
    );
    hashes.push(`${table} ${rows[0]?.hash}`);
  }
  return hashes.join('\n');
};
