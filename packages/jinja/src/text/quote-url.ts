const encoder = new TextEncoder();
const unreserved: ReadonlySet<number> = new Set(
  encoder.encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~'),
);

/** Python's urllib.parse.quote() in UTF-8: keeps slashes in a path; in a query a space is a plus sign. */
export function quoteUrl(text: string, forQuery: boolean): string {
  let quoted = '';
  for (const byte of encoder.encode(text)) {
    if (unreserved.has(byte) || (byte === 47 && !forQuery)) quoted += String.fromCharCode(byte);
    else if (byte === 32 && forQuery) quoted += '+';
    else quoted += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return quoted;
}
