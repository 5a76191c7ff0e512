/** What one letter of another script becomes in an e-mail address. Letters that only carry an accent need no entry. */
const letters: Readonly<Record<string, string>> = {
  ...pairUp('łøđßæœıþð', ['l', 'o', 'd', 'ss', 'ae', 'oe', 'i', 'th', 'd']),
  ...pairUp(
    'абвгґдеєжзиїійклмнопрстуфхцчшщьъюя',
    'a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch  a iu ia'.split(' '),
  ),
  ...pairUp('αβγδεζηθικλμνξοπρσςτυφχψω', 'a v g d e z i th i k l m n x o p r s s t y f ch ps o'.split(' ')),
};

/** Bulgarian reads some of the Cyrillic letters in its own way. */
const bulgarian: Readonly<Record<string, string>> = { г: 'g', и: 'i', щ: 'sht', х: 'h', ю: 'yu', я: 'ya' };

const greekPairs = [
  ['ου', 'ou'],
  ['αυ', 'av'],
  ['ευ', 'ev'],
  ['μπ', 'b'],
  ['γγ', 'ng'],
  ['γκ', 'gk'],
] as const;

/** The plain letters and digits a person would use for this name in an e-mail address; may be empty. */
export function toLatin(name: string, language: string): string {
  const plain = name.normalize('NFC').toLowerCase().replaceAll('й', 'i').replaceAll('ї', 'i');
  const bare = plain.normalize('NFKD').replaceAll(/\p{Mark}/gu, '');
  const paired = greekPairs.reduce((text, [greek, latin]) => text.replaceAll(greek, latin), bare);
  return Array.from(paired, (letter) => toLatinLetter(letter, language))
    .join('')
    .replaceAll(/[^a-z0-9]/g, '');
}

function toLatinLetter(letter: string, language: string): string {
  return (language === 'bg' ? bulgarian[letter] : undefined) ?? letters[letter] ?? letter;
}

function pairUp(from: string, to: readonly string[]): Record<string, string> {
  return Object.fromEntries(Array.from(from, (letter, index) => [letter, to[index] ?? '']));
}
