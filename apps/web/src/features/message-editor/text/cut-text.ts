import type { Mark, MarkKind } from './message-marks.ts';

/** A stretch of a text of one look. */
export interface TextPiece {
  readonly start: number;
  readonly text: string;
  /** Null: plain. */
  readonly kind: MarkKind | null;
  /** The number of the part that begins here, from 2; null when none does. */
  readonly opensPart: number | null;
}

/** Cuts a text at its marks, which are in order, and at the borders of its parts; the pieces put together are the text. */
export const cutText = (
  text: string,
  marks: readonly Mark[],
  borders: readonly number[] = [],
): TextPiece[] => {
  const edges = [0, ...marks.flatMap(({ start, end }) => [start, end]), ...borders, text.length];
  const cuts = [...new Set(edges)].filter((at) => at <= text.length).toSorted((one, other) => one - other);
  const parts = new Map(borders.map((at, index) => [at, index + 2]));
  let next = 0;
  return cuts.slice(0, -1).map((start, index) => {
    while (start >= (marks[next]?.end ?? Infinity)) next += 1;
    const mark = marks[next];
    return {
      start,
      text: text.slice(start, cuts[index + 1]),
      kind: mark && mark.start <= start ? mark.kind : null,
      opensPart: parts.get(start) ?? null,
    };
  });
};
