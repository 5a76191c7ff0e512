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
export function segment(text: string, encoding: Encoding = encodingOf(text)): Segmentation {
  const { single, part } = capacities[encoding];
  let total = 0;
  let filled = 0;
  let parts = 1;
  let position = 0;
  while (position < text.length) {
    const width = widthAt(text, position, encoding);
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

/** As much of the text as `most` parts hold; one part alone has no header. */
export function truncateToParts(text: string, most: number, encoding: Encoding = encodingOf(text)): string {
  if (segment(text, encoding).parts <= most) return text;
  const capacity = most === 1 ? capacities[encoding].single : capacities[encoding].part;
  let filled = 0;
  let part = 1;
  let position = 0;
  while (position < text.length) {
    const width = widthAt(text, position, encoding);
    const cost = encoding === 'GSM' ? septetsOf(text.charCodeAt(position)) : width;
    if (filled + cost > capacity) {
      if (part === most) break;
      part += 1;
      filled = 0;
    }
    filled += cost;
    position += width;
  }
  return text.slice(0, position);
}

/** UTF-16 units that stay together. */
function widthAt(text: string, position: number, encoding: Encoding): 1 | 2 {
  return encoding === 'UNICODE' && (text.codePointAt(position) ?? 0) > 0xffff ? 2 : 1;
}

function encodingOf(text: string): Encoding {
  for (let position = 0; position < text.length; position += 1) {
    if (septetsOf(text.charCodeAt(position)) === 0) return 'UNICODE';
  }
  return 'GSM';
}
