import type { TracedValue } from '@curlew/engine';
import type { Mark } from '../../text/message-marks.ts';

/** A stretch of a message that one expression gave, or that stands between two. */
export interface TextSlice {
  readonly start: number;
  readonly text: string;
  /** The place of the value that gave it; null: it is the message's own text. */
  readonly value: number | null;
  readonly marks: readonly Mark[];
  readonly borders: readonly number[];
  /** Borders of parts before it. */
  readonly partsBefore: number;
}

interface MarkedText {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly borders: readonly number[];
}

const within = (marks: readonly Mark[], start: number, end: number): Mark[] =>
  marks.flatMap((mark) => {
    const from = Math.max(mark.start, start);
    const to = Math.min(mark.end, end);
    return from < to ? [{ ...mark, start: from - start, end: to - start }] : [];
  });

/** Cuts a marked text where its values begin and end; the slices put together are the text. */
export const sliceText = (
  { text, marks, borders }: MarkedText,
  values: readonly TracedValue[],
): TextSlice[] => {
  const slices: TextSlice[] = [];
  const add = (start: number, end: number, value: number | null): void => {
    if (start >= end) return;
    slices.push({
      start,
      text: text.slice(start, end),
      value,
      marks: within(marks, start, end),
      borders: borders.filter((at) => at >= start && at < end).map((at) => at - start),
      partsBefore: borders.filter((at) => at < start).length,
    });
  };
  let at = 0;
  for (const [index, { text: place }] of values.entries()) {
    if (!place || place.start < at || place.end > text.length) continue;
    add(at, place.start, null);
    add(place.start, place.end, index);
    at = place.end;
  }
  add(at, text.length, null);
  return slices;
};
