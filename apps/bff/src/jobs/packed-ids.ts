import { idBytes, readIds, writeIds } from '../id-bytes.ts';

/** Ids as one text of 16 bytes each, in base64: half as long as a list of them, and one value to whoever reads and keeps it. */
export const packIds = (ids: readonly string[]): string => writeIds(ids).toString('base64');

/** The ids that were packed; throws a TypeError on what `packIds` did not give. */
export const unpackIds = (packed: string): string[] => {
  const bytes = Buffer.from(packed, 'base64');
  if (bytes.length % idBytes !== 0 || bytes.toString('base64') !== packed)
    throw new TypeError('what should be packed ids is something else');
  return readIds(bytes);
};
