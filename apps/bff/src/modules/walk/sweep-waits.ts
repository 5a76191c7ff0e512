import type { AppContext } from '../../app-context.ts';
import { preferIndexes } from '../../database/prefer-indexes.ts';
import type { JobOf } from '../../jobs/queues.ts';
import { firstPlace, takeDueWaits, type TakenGroup, type WaitPlace } from './wait-store.ts';

const sweepSize = 10_000;
const walkSize = 1_000;

/** How many walks this sweep has made for each run. */
type Places = Map<string, number>;

const nextPlace = (places: Places, runId: string): number => {
  const place = places.get(runId) ?? 0;
  places.set(runId, place + 1);
  return place;
};

const walksOf = (due: readonly TakenGroup[], places: Places): JobOf<'walk'>[] =>
  Array.from(Map.groupBy(due, ({ runId, nodeId }) => `${runId} ${nodeId}`).values()).flatMap((groups) => {
    const [first] = groups;
    if (!first) return [];
    const { runId, nodeId } = first;
    const ids = [...new Set(groups.flatMap(({ enrolmentIds }) => enrolmentIds))];
    return Array.from({ length: Math.ceil(ids.length / walkSize) }, (_, index) => ({
      runId,
      nodeId,
      enrolmentIds: ids.slice(index * walkSize, (index + 1) * walkSize),
      isDue: true,
      place: nextPlace(places, runId),
    }));
  });

/** One portion; where the next one begins, or null where there was none. */
const sweepOnce = (
  { database, jobs, now }: AppContext,
  after: WaitPlace,
  places: Places,
): Promise<WaitPlace | null> =>
  database.transaction(async (connection) => {
    await preferIndexes(connection);
    const due = await takeDueWaits(connection, { after, until: now(), limit: sweepSize });
    await jobs.send(connection, 'walk', { jobs: walksOf(due, places) });
    return due.at(-1) ?? null;
  });

/**
 * Sends on whoever's wait is over, in walks of up to a thousand. It reads those only, however many wait for later; a walk that finds its
 * customers gone on already does nothing. What it takes it hands over in the same transaction.
 */
export const sweepWaits = async (context: AppContext): Promise<void> => {
  // Portion after portion, without a look at the places of those that were taken already.
  const places: Places = new Map();
  for (let place: WaitPlace | null = firstPlace; place;) place = await sweepOnce(context, place, places);
};
