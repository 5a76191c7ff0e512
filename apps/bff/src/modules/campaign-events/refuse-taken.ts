import type { PoolClient } from 'pg';
import { ApiFailure } from '../../http/api-failure.ts';
import { holdEventNames } from './store.ts';

interface TrackedEvents {
  readonly projectId: string;
  /** By the path of each type in the request. */
  readonly types: ReadonlyMap<string, string>;
}

/**
 * For those who track events: none of them is named as the project's campaign events are or once were, and their names are not
 * taken until the transaction ends.
 */
export const refuseTaken = async (
  connection: PoolClient,
  { projectId, types }: TrackedEvents,
): Promise<void> => {
  const names = await holdEventNames(connection, projectId);
  const fields = [...types]
    .filter(([, type]) => names.includes(type))
    .map(([path, type]) => ({
      path,
      message: `Events named ${type} are written by Curlew itself: choose another name`,
    }));
  const [first] = fields;
  if (first) throw new ApiFailure('bad_request', `${first.message}.`, { fields });
};
