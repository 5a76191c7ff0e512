const highSurrogate = /[\uD800-\uDBFF]/;

/** Whether a text has characters beyond the BMP, so that offsets and code points differ. */
export function isWide(text: string): boolean {
  return highSurrogate.test(text);
}

/** The characters (code points) of a text. */
export function characters(text: string): string[] {
  return isWide(text) ? Array.from(text) : text.split('');
}

/** Python's len() of a text: code points. */
export function codeLength(text: string): number {
  if (!isWide(text)) return text.length;
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** A slice by code points; `end` may be left out. */
export function codeSlice(text: string, start: number, end?: number): string {
  return isWide(text) ? Array.from(text).slice(start, end).join('') : text.slice(start, end);
}

/** The number of code points before a UTF-16 offset. */
export function codeIndex(text: string, offset: number): number {
  return isWide(text) ? codeLength(text.slice(0, offset)) : offset;
}
