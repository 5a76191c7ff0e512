const wordCharacter = /^[\p{L}\p{N}_]$/u;

/** Runs of letters, digits and underscores: Python's \w+. */
export function countWords(text: string): number {
  let count = 0;
  let isInWord = false;
  for (const character of text) {
    const isWord = wordCharacter.test(character);
    if (isWord && !isInWord) count += 1;
    isInWord = isWord;
  }
  return count;
}
