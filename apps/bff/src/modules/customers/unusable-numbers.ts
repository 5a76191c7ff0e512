import type { Connection } from '../../database/database.ts';
import { readUnusablePhones } from './unusable-store.ts';

export { markUnusable, type UnusableNumber } from './unusable-store.ts';

/** The ones of these E.164 numbers that a customer of the project has and that are marked as unreachable. */
export const findUnusablePhones = async (
  connection: Connection,
  projectId: string,
  phones: readonly string[],
): Promise<ReadonlySet<string>> => new Set(await readUnusablePhones(connection, projectId, phones));
