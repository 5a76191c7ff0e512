import { septetsOf } from './gsm-alphabet.ts';

export type Encoding = 'GSM' | 'UNICODE';

export interface Segmentation {
  readonly encoding: Encoding;
  readonly parts: number;
}

const capacities = {
  GSM: { single: 160, part: 153 },
  UNICODE: { single: 70, part: 67 },
} as const;

/** How the air interface carries a text: 140 octets a part, 134 behind a concatenation header (TS 23.040, 9.2.3.24.1). */
export function segment(text: string): Segmentation {
  const encoding = fitsGsm(text) ? 'GSM' : 'UNICODE';
  const { single, part } = capacities[encoding];
  let total = 0;
  let filled = 0;
  let parts = 1;
  let position = 0;
  while (position < text.length) {
    const width = encoding === 'UNICODE' && isPair(text, position) ? 2 : 1;
    const cost = encoding === 'GSM' ? septetsOf(text.charCodeAt(position)) : width;
    // An escape pair and a surrogate pair stay whole: what does not fit opens the next part.
    if (filled + cost > part) {
      parts += 1;
      filled = 0;
    }
    filled += cost;
    total += cost;
    position += width;
  }
  return { encoding, parts: total <= single ? 1 : parts };
}

/** What `truncate_concat` leaves: as much of the text as one part without a header holds. */
export function truncateToOnePart(text: string): string {
  const { encoding, parts } = segment(text);
  if (parts === 1) return text;
  let filled = 0;
  let position = 0;
  while (position < text.length) {
    const width = encoding === 'UNICODE' && isPair(text, position) ? 2 : 1;
    const cost = encoding === 'GSM' ? septetsOf(text.charCodeAt(position)) : width;
    if (filled + cost > capacities[encoding].single) break;
    filled += cost;
    position += width;
  }
  return text.slice(0, position);
}

function fitsGsm(text: string): boolean {
  for (let position = 0; position < text.length; position += 1) {
    if (septetsOf(text.charCodeAt(position)) === 0) return false;
  }
  return true;
}

function isPair(text: string, position: number): boolean {
  return (text.codePointAt(position) ?? 0) > 0xffff;
}
