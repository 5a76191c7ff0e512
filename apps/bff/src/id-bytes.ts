/** Of an id. */
export const idBytes = 16;

const idLetters = 36;
const dash = 0x2d;
/** How many bytes have been said before each dash. */
const isBeforeDash = (byte: number): boolean => byte === 4 || byte === 6 || byte === 8 || byte === 10;

const notDigit = 0xff;
// What a letter is as a digit of base 16.
const digitOf = new Uint8Array(256).fill(notDigit);
for (const [value, letter] of Array.from('0123456789abcdef').entries()) {
  digitOf[letter.charCodeAt(0)] = value;
  digitOf[letter.toUpperCase().charCodeAt(0)] = value;
}
const letterOf = Uint8Array.from('0123456789abcdef', (letter) => letter.charCodeAt(0));

/**
 * Ids as 16 bytes each, `gap` bytes before every one of them, which are left for the caller to fill. Throws a TypeError where one is not an id.
 */
export const writeIds = (ids: readonly string[], gap = 0): Buffer => {
  // One text of them all, as to ask texts for their letters one by one costs twice as much.
  const letters = Buffer.from(ids.join(''));
  const bytes = Buffer.allocUnsafe(ids.length * (gap + idBytes));
  let wrong = letters.length === ids.length * idLetters ? 0 : notDigit;
  let [from, at] = [0, 0];
  for (let index = 0; index < ids.length; index += 1) {
    at += gap;
    for (let byte = 0; byte < idBytes; byte += 1) {
      if (isBeforeDash(byte)) {
        if (letters[from] !== dash) wrong = notDigit;
        from += 1;
      }
      const high = digitOf[letters[from] ?? 0] ?? notDigit;
      const low = digitOf[letters[from + 1] ?? 0] ?? notDigit;
      wrong |= high | low;
      bytes[at] = (high << 4) | low;
      from += 2;
      at += 1;
    }
  }
  if (wrong >= 16) throw new TypeError('what should be a list of ids has something else in it');
  return bytes;
};

const writeLetters = (bytes: Uint8Array, letters: Uint8Array): void => {
  let at = 0;
  for (let from = 0; from < bytes.length; from += 1) {
    if (isBeforeDash(from % idBytes)) {
      letters[at] = dash;
      at += 1;
    }
    const byte = bytes[from] ?? 0;
    letters[at] = letterOf[byte >> 4] ?? 0;
    letters[at + 1] = letterOf[byte & 15] ?? 0;
    at += 2;
  }
};

/** The ids of bytes that hold nothing else. */
export const readIds = (bytes: Uint8Array): string[] => {
  const count = bytes.length / idBytes;
  const letters = Buffer.allocUnsafe(count * idLetters);
  writeLetters(bytes, letters);
  const all = letters.toString('latin1');
  return Array.from({ length: count }, (_, index) => all.slice(index * idLetters, (index + 1) * idLetters));
};

const lettersOfOne = Buffer.alloc(idLetters);

/** The id of 16 bytes, as one text and not as the pieces of one. */
export const readId = (bytes: Uint8Array): string => {
  writeLetters(bytes, lettersOfOne);
  return lettersOfOne.toString('latin1');
};
