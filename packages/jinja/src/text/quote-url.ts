const encoder = new TextEncoder();
/** Nothing to quote: what most texts are made of. */
const plain = /^[\w.~-]*$/;

const byteTexts = Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  return byte < 128 && plain.test(character)
    ? character
    : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
});

/** Python's urllib.parse.quote() in UTF-8: keeps slashes in a path; in a query a space is a plus sign. */
export function quoteUrl(text: string, forQuery: boolean): string {
  if (plain.test(text)) return text;
  let quoted = '';
  for (const byte of encoder.encode(text)) {
    if (byte === 47 && !forQuery) quoted += '/';
    else if (byte === 32 && forQuery) quoted += '+';
    else quoted += byteTexts[byte] ?? '';
  }
  return quoted;
}
