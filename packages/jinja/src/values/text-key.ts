// Strings that begin with this unit are prefixed, so that no text can equal the encoding of another value.
export const keyMark = '\uDFFF';

/** The identity of a text as a key. */
export function textKey(text: string): string {
  return text.startsWith(keyMark) ? `${keyMark}s${text}` : text;
}

/** The text a key is the identity of; nothing for the identity of another value. */
export function keyText(key: string): string | undefined {
  if (!key.startsWith(keyMark)) return key;
  return key.charAt(1) === 's' ? key.slice(2) : undefined;
}

/** What a dict is keyed by: texts and small numbers as they are, all else as a text that begins with the key mark. */
export type HashKey = string | number | null | undefined;
