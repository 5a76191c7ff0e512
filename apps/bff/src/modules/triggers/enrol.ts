import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import { addRunCounts } from '../runs/counts.ts';
import { addEnrolled } from '../runs/finish.ts';
import { insertEnrolments, markIds, readEntered, type Candidates, type Entrance } from './enrol-store.ts';

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
  for await (const enrolmentIds of readEntered(connection, { runId, nodeId, mark })) {
    await jobs.send(connection, 'walk', { jobs: [{ runId, nodeId, enrolmentIds, place }] });
    place += 1;
  }
  await addEnrolled(connection, runId, count);
  return count;
};
