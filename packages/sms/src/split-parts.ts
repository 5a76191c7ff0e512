/** One part: offsets into `SmsCount.text` and the units it takes. */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly units: number;
}

/**
 * Cuts a 7-bit text of `length` characters, `doubles` being the offsets of those that take two septets. An escape and its septet
 * go whole into the next part. Steps from one double to the next, not from character to character.
 */
export function splitSeptets(length: number, capacity: number, doubles: readonly number[]): Part[] {
  const parts: Part[] = [];
  let start = 0;
  let next = 0;
  while (start < length) {
    let end = start;
    let room = capacity;
    while (end < length && room > 0) {
      const double = doubles[next] ?? length;
      const singles = Math.min(double - end, room);
      end += singles;
      room -= singles;
      if (end === length || end < double || room < 2) break;
      end += 1;
      room -= 2;
      next += 1;
    }
    parts.push({ start, end, units: capacity - room });
    start = end;
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

function isHighSurrogate(codeUnit: number): boolean {
  return codeUnit >= 0xd800 && codeUnit <= 0xdbff;
}
