import { z } from 'zod';
import { ApiFailure } from './api-failure.ts';

/** Opaque cursors: what the next page begins after, as base64url of JSON. */
export const writeCursor = (values: readonly string[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/** The `length` values of a cursor; null without one. Throws `bad_request` for a cursor that we did not write. */
export const readCursor = (cursor: string | undefined, length: number): readonly string[] | null => {
  if (cursor === undefined) return null;
  try {
    return z
      .array(z.string())
      .length(length)
      .parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new ApiFailure('bad_request', 'The cursor is not one of this list: begin at the first page.');
  }
};

/** Splits `limit + 1` fetched rows into a page and the cursor of the next one. */
export const toPage = <Row, Item>(
  rows: readonly Row[],
  limit: number,
  { item, cursor }: { item: (row: Row) => Item; cursor: (row: Row) => readonly string[] },
): { items: Item[]; nextCursor: string | null } => {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(item),
    nextCursor: rows.length > limit && last ? writeCursor(cursor(last)) : null,
  };
};

/** A `LIKE` pattern that finds `text` anywhere, with its own wildcards taken literally. */
export const containsPattern = (text: string): string => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
