import { characterAt } from '../syntax/characters.ts';

const cased = /^\p{Cased}$/u;
const titled = /^\p{Lt}$/u;

// Letters whose title case is neither their upper case nor themselves, and those that are their own.
const digraphs: Readonly<Record<string, string>> = {
  Ǆ: 'ǅ',
  ǅ: 'ǅ',
  ǆ: 'ǅ',
  Ǉ: 'ǈ',
  ǈ: 'ǈ',
  ǉ: 'ǈ',
  Ǌ: 'ǋ',
  ǋ: 'ǋ',
  ǌ: 'ǋ',
  Ǳ: 'ǲ',
  ǲ: 'ǲ',
  ǳ: 'ǲ',
};

/** Greek letters whose title case carries its iota below: ᾀ becomes ᾈ. */
function titleWithIota(code: number): string | undefined {
  if (code >= 0x1f80 && code <= 0x1faf) return String.fromCodePoint(code | 8);
  if (code === 0x1fb3 || code === 0x1fc3 || code === 0x1ff3) return String.fromCodePoint(code + 9);
  return code === 0x1fbc || code === 0x1fcc || code === 0x1ffc ? String.fromCodePoint(code) : undefined;
}

/** The title case of one character: ß becomes Ss. */
function titleCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const special = code < 128 ? undefined : (digraphs[character] ?? titleWithIota(code));
  if (special !== undefined) return special;
  // Georgian letters have capitals but no title case.
  if (code >= 0x10d0 && code <= 0x10ff) return character;
  const upper = character.toUpperCase();
  // The apostrophe of ŉ is no letter; what follows it is the capital.
  if (upper.length === 1 || character === 'ŉ') return upper;
  const [first = '', ...rest] = upper;
  return (
    first +
    rest
      .map((part) => (part === 'Ι' && isGreekWithIota(code) ? '\u0345' : part))
      .join('')
      .toLowerCase()
  );
}

/** Whether the capital of a Greek letter ends in an iota that its title case keeps as a mark. */
function isGreekWithIota(code: number): boolean {
  return code >= 0x1fb2 && code <= 0x1ff7;
}

/** Python's capitalize(): the first character in title case, the others in lower case. */
export function capitalize(text: string): string {
  const code = text.charCodeAt(0);
  // The short way for what most words begin with: from a to z, 32 places after the capitals.
  if (code >= 0x61 && code <= 0x7a) return String.fromCharCode(code - 32) + text.toLowerCase().slice(1);
  const [first = ''] = text;
  // Lower-casing the whole keeps the rule for a sigma at the end of a word.
  return titleCharacter(first) + text.toLowerCase().slice(first.toLowerCase().length);
}

/** How many characters after a sigma decide whether it ends its word. */
const sigmaSight = 16;

/** One character of a text in lower case; a sigma looks at what is around it. */
function lowerAt(text: string, at: number, isInWord: boolean): string {
  if (text[at] !== 'Σ') return characterAt(text, at).toLowerCase();
  const start = isInWord ? 'x' : '';
  return (start + text.slice(at, at + sigmaSight)).toLowerCase().charAt(start.length);
}

/** Python's title(): every run of letters starts with a title-case letter. */
export function titleCase(text: string): string {
  let result = '';
  let isInWord = false;
  let at = 0;
  for (const character of text) {
    result += isInWord ? lowerAt(text, at, true) : titleCharacter(character);
    isInWord = cased.test(character);
    at += character.length;
  }
  return result;
}

/** Python's swapcase(); letters in title case stay. */
export function swapCase(text: string): string {
  let result = '';
  let isInWord = false;
  let at = 0;
  for (const character of text) {
    const upper = character.toUpperCase();
    if (titled.test(character)) result += character;
    else result += upper === character ? lowerAt(text, at, isInWord) : upper;
    isInWord = cased.test(character);
    at += character.length;
  }
  return result;
}

/** The fold of one character: like its capital in lower case, which makes ß ss and ς σ. */
function foldCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 128) return character.toLowerCase();
  // A dotless i is a letter of its own; Cherokee folds to its capitals.
  if (character === 'ı') return character;
  if ((code >= 0x13a0 && code <= 0x13fd) || (code >= 0xab70 && code <= 0xabbf))
    return character.toUpperCase();
  let folded = '';
  for (const part of character.toLowerCase().toUpperCase()) folded += part.toLowerCase();
  return folded;
}

/** Python's casefold(): texts that differ in case only become the same. */
export function caseFold(text: string): string {
  let folded = '';
  for (const character of text) folded += foldCharacter(character);
  return folded;
}
