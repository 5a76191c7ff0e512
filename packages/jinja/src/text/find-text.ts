import type { RunState } from '../values/run-state.ts';

/** The engine's own search cannot take long for parts up to this length; for longer ones it takes length times length. */
const longestPlain = 8;

/** Finds one part in a text, in time that grows with the text alone. */
export interface TextFinder {
  /** Where the part begins first, at `from` or after it; -1 where it does not. */
  readonly first: (text: string, from?: number) => number;
  /** Where the part begins last so that it ends at `end` or before it; -1 where it does not. */
  readonly last: (text: string, end?: number) => number;
}

type UnitAt = (index: number) => number;

/** For each place of a part: how much of its beginning ends there, too (Knuth, Morris and Pratt). */
function overlaps(length: number, unitAt: UnitAt): Int32Array {
  const table = new Int32Array(length);
  let matched = 0;
  for (let at = 1; at < length; at += 1) {
    while (matched > 0 && unitAt(at) !== unitAt(matched)) matched = table[matched - 1] ?? 0;
    if (unitAt(at) === unitAt(matched)) matched += 1;
    table[at] = matched;
  }
  return table;
}

function searchForward(
  text: string,
  part: string,
  { from, table }: { from: number; table: Int32Array },
): number {
  let matched = 0;
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    while (matched > 0 && unit !== part.charCodeAt(matched)) matched = table[matched - 1] ?? 0;
    if (unit === part.charCodeAt(matched)) matched += 1;
    if (matched === part.length) return at - part.length + 1;
  }
  return -1;
}

function searchBackward(
  text: string,
  part: string,
  { end, table }: { end: number; table: Int32Array },
): number {
  const last = part.length - 1;
  let matched = 0;
  for (let at = end - 1; at >= 0; at -= 1) {
    const unit = text.charCodeAt(at);
    while (matched > 0 && unit !== part.charCodeAt(last - matched)) matched = table[matched - 1] ?? 0;
    if (unit === part.charCodeAt(last - matched)) matched += 1;
    if (matched === part.length) return at;
  }
  return -1;
}

/** A finder for a part; its length is counted here, that of the texts by who searches them. */
export function createFinder(run: RunState, part: string): TextFinder {
  if (part.length <= longestPlain)
    return {
      first: (text, from = 0) => text.indexOf(part, from),
      last: (text, end = text.length) => (end < part.length ? -1 : text.lastIndexOf(part, end - part.length)),
    };
  run.charge(part.length * 2);
  let forward: Int32Array | undefined;
  let backward: Int32Array | undefined;
  return {
    first: (text, from = 0) => {
      forward ??= overlaps(part.length, (at) => part.charCodeAt(at));
      return searchForward(text, part, { from, table: forward });
    },
    last: (text, end = text.length) => {
      backward ??= overlaps(part.length, (at) => part.charCodeAt(part.length - 1 - at));
      return searchBackward(text, part, { end, table: backward });
    },
  };
}

/** Counts how far two texts may have to be compared before it is known that they differ. */
export function chargeComparison(run: RunState, left: string, right: string): void {
  run.charge(Math.min(left.length, right.length) / 8);
}
