import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import { addRunCounts } from '../runs/counts.ts';
import { addEnrolled } from '../runs/finish.ts';
import { insertEnrolments, markIds, readEntered, type Candidates, type Entrance } from './enrol-store.ts';

/** So many of them by one job. */
const walkedAtOnce = 1_000;
/** By the first of several: what it sends leaves while the second is walked. */
const walkedFirst = 250;

const portionsOf = (ids: readonly string[], isFirst: boolean): string[][] => {
  const first = isFirst && ids.length > walkedAtOnce ? ids.slice(0, walkedFirst) : [];
  const portions = first.length > 0 ? [first] : [];
  for (let start = first.length; start < ids.length; start += walkedAtOnce)
    portions.push(ids.slice(start, start + walkedAtOnce));
  return portions;
};

/**
 * Lets customers into a run by a trigger, counts them, and queues their first walks, a thousand each after a smaller one, and read bit by bit so that
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
    const start = place;
    const walks = portionsOf(ids, start === 0).map((enrolmentIds, index) => ({
      runId,
      nodeId,
      enrolmentIds,
      place: start + index,
    }));
    await jobs.send(connection, 'walk', { jobs: walks });
    place += walks.length;
  }
  await addEnrolled(connection, runId, count);
  return count;
};
