const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const unprintable = /^[\p{C}\p{Z}]$/u;

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code > 31 && code < 127) return character;
  if (code > 159 && !unprintable.test(character)) return character;
  const hex = code.toString(16);
  if (code < 256) return `\\x${hex.padStart(2, '0')}`;
  return code < 65536 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

/** Python's repr() of a text: single quotes unless only double ones save an escape. */
export function quoteText(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let quoted = quote;
  for (const character of text) {
    if (character === quote) quoted += `\\${quote}`;
    else quoted += escapes[character] ?? escapeCharacter(character);
  }
  return quoted + quote;
}
