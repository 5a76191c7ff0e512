import type { Connection } from '../../database/database.ts';

interface SettingsRow {
  readonly senders: unknown;
  readonly defaults: unknown;
}

/** Undefined where the project has changed nothing yet. */
export const readSettingsRow = async (
  connection: Connection,
  projectId: string,
): Promise<SettingsRow | undefined> => {
  const { rows } = await connection.query<SettingsRow>(
    'SELECT senders, defaults FROM message_setting WHERE project_id = $1',
    [projectId],
  );
  return rows[0];
};

/** The project's settings, which nobody else changes until the transaction ends. */
export const lockSettingsRow = async (connection: Connection, projectId: string): Promise<SettingsRow> => {
  const { rows } = await connection.query<SettingsRow>(
    `INSERT INTO message_setting (project_id) VALUES ($1)
     ON CONFLICT (project_id) DO UPDATE SET project_id = excluded.project_id RETURNING senders, defaults`,
    [projectId],
  );
  const [row] = rows;
  if (!row) throw new Error(`project ${projectId} has no message settings after they were made`);
  return row;
};

export const updateSettingsRow = async (
  connection: Connection,
  { projectId, senders, defaults }: { projectId: string; senders: readonly string[]; defaults: object },
): Promise<void> => {
  await connection.query(
    'UPDATE message_setting SET senders = $2, defaults = $3, updated_at = now() WHERE project_id = $1',
    [projectId, JSON.stringify(senders), JSON.stringify(defaults)],
  );
};
