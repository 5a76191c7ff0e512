const decimalDigit = /^\p{Nd}$/u;
const asciiOnly = /^[\0-\x7F]*$/;

/** What the digits of other scripts stand for, as they are met; there are some 700 of them. */
const known = new Map<number, string>();

/** Unicode keeps the ten digits of a script together and in order, so that a digit's place among its neighbours is its value. */
function asciiDigit(character: string, code: number): string {
  const digit = known.get(code);
  if (digit !== undefined) return digit;
  if (!decimalDigit.test(character)) return character;
  let before = 0;
  while (decimalDigit.test(String.fromCodePoint(code - before - 1))) before += 1;
  const value = String(before % 10);
  known.set(code, value);
  return value;
}

/** A text with the decimal digits of all scripts as ASCII ones, as Python reads numbers: `١٢` is 12. */
export function toAsciiDigits(text: string): string {
  if (asciiOnly.test(text)) return text;
  let ascii = '';
  for (const character of text) ascii += asciiDigit(character, character.codePointAt(0) ?? 0);
  return ascii;
}
