/** Most UTF-16 units one parameter value may hold. */
const VALUE_LIMIT = 160;

/** Cuts a text into as few values as hold it; a surrogate pair stays whole. The empty text needs none. */
export function cutText(text: string): readonly string[] {
  const values: string[] = [];
  let start = 0;
  while (start < text.length) {
    const end = endOfValue(text, start);
    values.push(text.slice(start, end));
    start = end;
  }
  return values;
}

function endOfValue(text: string, start: number): number {
  const end = start + VALUE_LIMIT;
  // A code point above U+FFFF that begins in the last unit would be cut in two.
  const last = text.codePointAt(end - 1) ?? 0;
  return last > 0xff_ff ? end - 1 : end;
}

/** The name of the n-th parameter, from 0. */
export function parameterKey(index: number): string {
  return `t${index + 1}`;
}

/** A body of nothing but `count` placeholders. */
export function placeholders(count: number): string {
  return Array.from({ length: count }, (_, index) => `\${${parameterKey(index)}}`).join('');
}
