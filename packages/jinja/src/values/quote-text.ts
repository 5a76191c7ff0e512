const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
/** Nothing to escape: most texts. */
const plain = /^[ !#-&(-[\]-~]*$/u;
/** Backslashes, and what cannot be seen: controls, formats, halves of pairs, and white space but the common one. */
const unprintable = /\\|(?! )[\p{C}\p{Z}]/gu;

function escapeCharacter(character: string): string {
  const escape = escapes[character];
  if (escape !== undefined) return escape;
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code < 256) return `\\x${hex.padStart(2, '0')}`;
  return code < 65_536 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

/** Python's repr() of a text: single quotes unless only double ones save an escape. */
export function quoteText(text: string): string {
  if (plain.test(text)) return `'${text}'`;
  const escaped = text.replace(unprintable, escapeCharacter);
  if (!text.includes("'")) return `'${escaped}'`;
  return text.includes('"') ? `'${escaped.replaceAll("'", "\\'")}'` : `"${escaped}"`;
}
