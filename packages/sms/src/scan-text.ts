import { CLASSES, classOf, EXTENSION, UNICODE } from './character-class.ts';

/** What a text is made of. */
export interface TextScan {
  /** The union of the class bits of its characters; below `UNICODE` it is all GSM. */
  readonly seen: number;
  /** Offsets of the extension characters; only complete when the text is all GSM. */
  readonly extensions: readonly number[];
}

const NONE: readonly number[] = [];

/** One pass over the text. Two tight loops, one for each encoding: the speed of counting hangs on them. */
export function scanText(text: string): TextScan {
  let found: number[] | null = null;
  let index = skipBasic(text, 0);
  while (index < text.length) {
    if (classOf(text.charCodeAt(index)) !== EXTENSION) return scanUnicode(text, index);
    if (found === null) found = [index];
    else found.push(index);
    index = skipBasic(text, index + 1);
  }
  return { seen: found === null ? 0 : EXTENSION, extensions: found ?? NONE };
}

function skipBasic(text: string, from: number): number {
  const classes = CLASSES;
  let index = from;
  while (index < text.length && classes[text.charCodeAt(index)] === 0) index += 1;
  return index;
}

function scanUnicode(text: string, from: number): TextScan {
  const classes = CLASSES;
  let seen = UNICODE;
  for (let index = from; index < text.length; index += 1) seen |= classes[text.charCodeAt(index)] ?? 0;
  return { seen, extensions: NONE };
}
