// Letters that Unicode does not take apart into a base letter and a mark.
const plainLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** Case, accents, the shape of apostrophes and runs of white space make no difference to a search. */
const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[łđøßæœı]/g, (letter) => plainLetters[letter] ?? letter)
    .replaceAll(/[‘’ʼ]/g, "'")
    .replaceAll(/\s+/g, ' ')
    .trim();

const digitsOf = (text: string): string => text.replaceAll(/\D+/g, '');

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

export interface SearchSource {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly phoneE164: string | null;
  readonly ids: readonly string[];
}

/** What the search field looks through: name, e-mail, phone digits and ids, one per line. */
export const buildSearchText = ({ attributes, phoneE164, ids }: SearchSource): string => {
  const name = `${textOf(attributes['first_name'])} ${textOf(attributes['last_name'])}`;
  const phones = [digitsOf(phoneE164 ?? ''), digitsOf(textOf(attributes['phone']))];
  const lines = [name, textOf(attributes['email']), ...phones, ...ids].map(fold);
  return [...new Set(lines.filter((line) => line !== ''))].join('\n');
};

/** The texts a search finds, any of them: as typed and, for what looks like a phone number, its digits. */
export const readSearch = (search: string): string[] => {
  const text = fold(search);
  // Prefixes of international and national dialling differ from what is stored; the digits after them do not.
  const digits = digitsOf(text).replace(/^0+/, '');
  const looksLikePhone = /^[+\d][\d\s().\-/]*$/.test(text) && digits.length >= 3;
  return looksLikePhone && digits !== text ? [text, digits] : [text];
};
