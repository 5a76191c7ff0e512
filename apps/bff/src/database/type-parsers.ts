import { TypeOverrides, types } from 'pg';

const timestamptz = types.builtins.TIMESTAMPTZ;
// pg gives what the database calls infinity as a number.
const parse = types.getTypeParser(timestamptz, 'text') as (text: string) => Date | number;

const mostKnown = 1_000;
const known = new Map<string, number>();

// What many rows of an answer say in the same words is read once: to read it costs far more than to look it up.
const readTimestamp = (text: string): Date | number => {
  const before = known.get(text);
  if (before !== undefined) return new Date(before);
  const read = parse(text);
  if (typeof read === 'number') return read;
  if (known.size >= mostKnown) known.clear();
  known.set(text, read.getTime());
  return read;
};

/** How values of the database are read: as pg does. */
export const typeParsers = new TypeOverrides();
typeParsers.setTypeParser(timestamptz, 'text', readTimestamp);
