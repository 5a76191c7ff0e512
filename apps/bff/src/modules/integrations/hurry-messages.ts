import type { AppContext } from '../../app-context.ts';
import type { Connection } from '../../database/database.ts';

/** What was put off because of an integration comes now: a person has changed what it waited for. */
export const hurryMessages = async (
  { jobs }: Pick<AppContext, 'jobs'>,
  connection: Connection,
  integrationId: string,
): Promise<void> => {
  for (const queue of ['dispatch', 'urgentDispatch'] as const)
    await jobs.hurry(connection, queue, { integrationId });
};
