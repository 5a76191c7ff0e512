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

/** Cuts a text at its marks and at the borders of its parts; the pieces put together are the text. */
export const cutText = (
  text: string,
  marks: readonly Mark[],
  borders: readonly number[] = [],
): TextPiece[] => {
  const edges = [0, ...marks.flatMap(({ start, end }) => [start, end]), ...borders, text.length];
  const cuts = [...new Set(edges)].filter((at) => at <= text.length).toSorted((one, other) => one - other);
  return cuts.slice(0, -1).map((start, index) => {
    const border = borders.indexOf(start);
    return {
      start,
      text: text.slice(start, cuts[index + 1]),
      kind: marks.find((mark) => mark.start <= start && start < mark.end)?.kind ?? null,
      opensPart: border < 0 ? null : border + 2,
    };
  });
};
