import type { AppContext } from '../app-context.ts';
import { secretPurpose } from '../modules/integrations/secret-purpose.ts';

/** What an integration's operator is shown; undefined where there is no such integration. */
export const readSecrets = async (
  { database, secretBox }: Pick<AppContext, 'database' | 'secretBox'>,
  integrationId: string,
): Promise<unknown> => {
  const { rows } = await database.pool.query<{ secrets: Buffer }>(
    'SELECT secrets FROM integration WHERE id = $1',
    [integrationId],
  );
  const [row] = rows;
  return row ? JSON.parse(secretBox.open(row.secrets, secretPurpose(integrationId))) : undefined;
};
