import { classOf, EXTENSION } from './character-class.ts';

/** One part: offsets into `SmsCount.text` and the units it takes. */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly units: number;
}

/** Cuts a text whose every character costs one unit. */
export function splitEvenly(text: string, capacity: number): Part[] {
  const parts: Part[] = [];
  for (let start = 0; start < text.length; start += capacity) {
    const end = Math.min(start + capacity, text.length);
    parts.push({ start, end, units: end - start });
  }
  return parts;
}

/** Cuts a well-formed text by UTF-16 units; a surrogate pair goes whole into the next part. */
export function splitUnicode(text: string, capacity: number): Part[] {
  const parts: Part[] = [];
  let start = 0;
  while (start < text.length) {
    let end = Math.min(start + capacity, text.length);
    if (end < text.length && isHighSurrogate(text.charCodeAt(end - 1))) end -= 1;
    parts.push({ start, end, units: end - start });
    start = end;
  }
  return parts;
}

/** Cuts by septets; an escape and its septet go whole into the next part. `costOf` gives 1 or 2 per code unit. */
export function splitGsm(text: string, capacity: number, costOf: (codeUnit: number) => number): Part[] {
  const parts: Part[] = [];
  let start = 0;
  let units = 0;
  for (let index = 0; index < text.length; index += 1) {
    const cost = costOf(text.charCodeAt(index));
    if (units + cost > capacity) {
      parts.push({ start, end: index, units });
      start = index;
      units = 0;
    }
    units += cost;
  }
  if (units > 0) parts.push({ start, end: text.length, units });
  return parts;
}

/** Septets of a character of the default alphabet or its extension table. */
export function defaultCost(codeUnit: number): number {
  return 1 + (classOf(codeUnit) & EXTENSION);
}

function isHighSurrogate(codeUnit: number): boolean {
  return codeUnit >= 0xd800 && codeUnit <= 0xdbff;
}
