/** Whether all characters (code points) of a text pass; true for an empty text. */
export function everyCharacter(text: string, test: (character: string) => boolean): boolean {
  for (const character of text) if (!test(character)) return false;
  return true;
}

/** Whether a text is one or more ASCII digits. */
export function isDigits(text: string): boolean {
  return text !== '' && everyCharacter(text, (character) => character >= '0' && character <= '9');
}
