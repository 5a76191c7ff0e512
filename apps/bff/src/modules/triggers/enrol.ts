import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import { addRunCounts } from '../runs/counts.ts';
import { addEnrolled } from '../runs/finish.ts';
import { insertEnrolments, markIds, readEntered, type Candidates, type Entrance } from './enrol-store.ts';

/** So many of them by one job. */
const walkedAtOnce = 1_000;

/**
 * Lets customers into a run by a trigger, counts them, and queues their first walks, a thousand each and read bit by bit so that
 * memory stays bounded; all in the caller's transaction. Returns how many entered.
 */
export const enrol = async (
  { jobs }: Pick<AppContext, 'jobs'>,
  connection: PoolClient,
  { entrance, candidates }: { readonly entrance: Entrance; readonly candidates: Candidates },
): Promise<number> => {
  const { projectId, runId, nodeId } = entrance;
  const mark = await markIds(connection);
  const count = await insertEnrolments(connection, entrance, candidates);
  if (count === 0) return 0;
  await addRunCounts(connection, projectId, [{ runId, nodeId, counter: 'entered', by: count }]);
  let place = 0;
  for await (const ids of readEntered(connection, { runId, nodeId, mark })) {
    const walks = Array.from({ length: Math.ceil(ids.length / walkedAtOnce) }, (_, index) => ({
      runId,
      nodeId,
      enrolmentIds: ids.slice(index * walkedAtOnce, (index + 1) * walkedAtOnce),
      place: place + index,
    }));
    await jobs.send(connection, 'walk', { jobs: walks });
    place += walks.length;
  }
  await addEnrolled(connection, runId, count);
  return count;
};
