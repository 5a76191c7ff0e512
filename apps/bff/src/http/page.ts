import { z } from 'zod';
import { ApiFailure } from './api-failure.ts';

/** Opaque cursors: what the next page begins after, as base64url of JSON. */
export const writeCursor = (values: readonly string[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

// Most lists are ordered by an id, or by a time and an id; a database has years up to 9999 as we write them, and writes
// times on its own clock, which may be half an hour off.
export const cursorIdSchema = z.uuid();
export const cursorTimeSchema = z
  .string()
  .regex(/^(?!0000)\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-](0\d|1[0-4])(:[0-5]\d)?)$/)
  .refine((text) => {
    const time = Date.parse(`${text.slice(0, 10)}T${text.slice(11, 19)}Z`);
    // The 30th of February would be read as a day of March here, and not at all by the database.
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text.slice(0, 10));
  });
const cursorSchemas = {
  1: z.tuple([cursorIdSchema]),
  2: z.tuple([cursorTimeSchema, cursorIdSchema]),
} as const;

/** The values of a cursor of this shape; null without one. Throws `bad_request` for one we did not write. */
export const readCursorAs = <S extends z.ZodType>(
  cursor: string | undefined,
  schema: S,
): z.output<S> | null => {
  if (cursor === undefined) return null;
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new ApiFailure('bad_request', 'The cursor is not one of this list: begin at the first page.');
  }
};

/** The same for most lists: an id, or a time and an id. */
export const readCursor = (cursor: string | undefined, length: 1 | 2): readonly string[] | null =>
  readCursorAs(cursor, cursorSchemas[length]);

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
