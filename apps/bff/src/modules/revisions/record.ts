import type { PoolClient } from 'pg';
import { newId } from '../../new-id.ts';
import {
  deleteOldRevisions,
  extendRevision,
  insertRevision,
  type SavedBy,
  updateRevisionStarted,
} from './store.ts';

/** Who saves again within this is still at the same piece of work. */
const pauseMinutes = 10;
/** Of those that nobody named and that were never started. */
const keptRevisions = 200;

/**
 * Puts the draft that was just written into the history, in the transaction of the save itself, which has the scenario
 * locked. A draft that was brought back is always a revision of its own: what it replaces stays.
 */
export const recordRevision = async (
  connection: PoolClient,
  saved: SavedBy & { readonly restoredFrom?: number | undefined },
): Promise<void> => {
  const restoredFrom = saved.restoredFrom ?? null;
  if (restoredFrom === null && (await extendRevision(connection, saved, pauseMinutes))) return;
  await insertRevision(connection, saved, { id: newId(), restoredFrom });
  await deleteOldRevisions(connection, saved.scenarioId, keptRevisions);
};

/** The draft was pinned as a version: its revision says so, and is kept for ever. */
export const markStarted = (connection: PoolClient, scenarioId: string): Promise<void> =>
  updateRevisionStarted(connection, scenarioId);
