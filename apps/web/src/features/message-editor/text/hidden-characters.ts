interface HiddenCharacter {
  /** Shown in its place. */
  readonly mark: string;
  readonly name: string;
  readonly words: string;
}

const takesUnit = 'It is not seen and takes a unit';
const turns = 'It turns the direction of what follows';

const rows: readonly (readonly [character: string, mark: string, name: string, words: string])[] = [
  ['\u00ad', 'SHY', 'soft hyphen', 'A place where a word may be broken. Phones show it or not'],
  ['\u061c', 'ALM', 'Arabic letter mark', turns],
  ['\u180e', 'MVS', 'Mongolian vowel separator', takesUnit],
  ['\u200b', 'ZWSP', 'zero-width space', takesUnit],
  ['\u200c', 'ZWNJ', 'zero-width non-joiner', 'It keeps two letters apart, as some languages need'],
  ['\u200d', 'ZWJ', 'zero-width joiner', 'It joins two characters, as some languages need'],
  ['\u200e', 'LRM', 'left-to-right mark', turns],
  ['\u200f', 'RLM', 'right-to-left mark', turns],
  ['\u2028', 'LSEP', 'line separator', 'Phones show it as a box: use a line break'],
  ['\u2029', 'PSEP', 'paragraph separator', 'Phones show it as a box: use a line break'],
  ['\u202a', 'LRE', 'left-to-right embedding', turns],
  ['\u202b', 'RLE', 'right-to-left embedding', turns],
  ['\u202c', 'PDF', 'end of a direction', 'It ends what another control began'],
  [
    '\u202d',
    'LRO',
    'left-to-right override',
    'It forces the order of what follows: text can look like another text',
  ],
  [
    '\u202e',
    'RLO',
    'right-to-left override',
    'It forces the order of what follows: text can look like another text',
  ],
  ['\u2060', 'WJ', 'word joiner', takesUnit],
  ['\u2066', 'LRI', 'left-to-right isolate', turns],
  ['\u2067', 'RLI', 'right-to-left isolate', turns],
  ['\u2068', 'FSI', 'first strong isolate', turns],
  ['\u2069', 'PDI', 'end of an isolate', 'It ends what another control began'],
  ['\u3164', 'HF', 'Hangul filler', takesUnit],
  ['\ufeff', 'BOM', 'byte order mark', takesUnit],
];

const hidden: ReadonlyMap<string, HiddenCharacter> = new Map(
  rows.map(([character, mark, name, words]) => [character, { mark, name, words }]),
);

// A joiner between two pictures makes them one, and is no surprise there.
const source = `(?<!\\p{Extended_Pictographic}\\ufe0f?)\\u200d|[${rows
  .map(([character]) => character)
  .filter((character) => character !== '\u200d')
  .join('')}]`;

/** Characters that are not seen, or change the direction of others. Global: `lastIndex` is whoever uses it's to reset. */
export const hiddenPattern = (): RegExp => new RegExp(source, 'gu');

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** What stands in the place of a hidden character, and what it is. */
export const describeHidden = (character: string): { readonly mark: string; readonly words: string } => {
  const known = hidden.get(character);
  const code = codeOf(character);
  return known
    ? { mark: known.mark, words: `${known.name}, ${code}. ${known.words}.` }
    : { mark: code, words: `control character, ${code}. ${takesUnit}.` };
};
