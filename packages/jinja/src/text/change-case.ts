const cased = /^\p{Cased}$/u;

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

/** The title case of one character: ß becomes Ss. */
function titleCharacter(character: string): string {
  const digraph = digraphs[character];
  if (digraph !== undefined) return digraph;
  const code = character.codePointAt(0) ?? 0;
  // Georgian letters have capitals but no title case.
  if (code >= 0x10d0 && code <= 0x10ff) return character;
  const [first = '', ...rest] = character.toUpperCase();
  return first + rest.join('').toLowerCase();
}

/** Python's capitalize(): the first character in title case, the others in lower case. */
export function capitalize(text: string): string {
  const [first = ''] = text;
  // Lower-casing the whole keeps the rule for a sigma at the end of a word.
  return titleCharacter(first) + text.toLowerCase().slice(first.toLowerCase().length);
}

/** Python's title(): every run of letters starts with a title-case letter. */
export function titleCase(text: string): string {
  let result = '';
  let isInWord = false;
  for (const character of text) {
    result += isInWord ? character.toLowerCase() : titleCharacter(character);
    isInWord = cased.test(character);
  }
  return result;
}

/** Python's swapcase(). */
export function swapCase(text: string): string {
  let result = '';
  for (const character of text) {
    const upper = character.toUpperCase();
    result += upper === character ? character.toLowerCase() : upper;
  }
  return result;
}

/** Python's casefold(), for the letters where it is not lower case: ß becomes ss. */
export function caseFold(text: string): string {
  return text
    .replaceAll('ß', 'ss')
    .replaceAll('ẞ', 'ss')
    .replaceAll('ς', 'σ')
    .toLowerCase()
    .replaceAll('ς', 'σ');
}
