import type { Country } from './places.ts';

/** A person written by hand; what is left out is drawn like everyone else's. */
export type SpecialPerson = {
  readonly language: string;
  readonly country: Country;
  readonly first?: string;
  readonly last?: string;
  readonly city?: string;
  readonly bornOn?: string;
  /** The name in an e-mail address, where the name itself gives none. */
  readonly mailbox?: string;
};

/**
 * People whose data make a preview interesting: what breaks a CSV file, doubles the price of a message, runs out of its
 * box, or looks like a template. They are the first of their locale, so that they turn up early in the file.
 *
 * Invisible and easily confused characters are escaped, so that no editor changes them unseen.
 */
export const specialPeople: readonly SpecialPerson[] = [
  { language: 'sk', country: 'SK', first: 'Jana', last: 'Nováková', city: 'Košice', bornOn: '1988-02-29' },
  { language: 'el', country: 'GR', first: 'Ελένη', last: 'Παπαδοπούλου', city: 'Αθήνα' },
  { language: 'uk', country: 'UA', first: 'Олександр', last: 'Шевченко', city: 'Київ' },
  { language: 'zh', country: 'TW', first: '小明', last: '王', city: '臺北市', mailbox: 'xiaoming.wang' },
  { language: 'pl', country: 'PL', first: 'Łukasz', last: 'Wójcik', city: 'Łódź', bornOn: '1996-02-29' },
  { language: 'tr', country: 'TR', first: 'Çiğdem', last: 'Çelik' },
  { language: 'fr', country: 'FR', first: 'José', last: 'L’Hôpital' },
  { language: 'de', country: 'DE', first: 'Zoë', last: 'Müller' },
  // A straight and a curly apostrophe: only the second one leaves the GSM alphabet.
  { language: 'en', country: 'IE', first: 'Sinéad', last: "O'Connor" },
  { language: 'en', country: 'IE', first: 'Seán', last: 'O\u2019Connor' },
  // Decomposed (NFD): a letter and a combining mark, which must count as one character.
  { language: 'en', country: 'GB', first: 'Zoe\u0308', last: 'Whitaker' },
  { language: 'es', country: 'ES', first: 'Jose\u0301', last: 'Nun\u0303ez Ibáñez' },
  // Full-width letters, as some input methods leave them.
  { language: 'en', country: 'GB', first: 'Ｍａｙａ', last: 'Ｔａｎａｋａ' },
  // A comma, and quotes, inside a field.
  { language: 'en', country: 'US', first: 'Henry', last: 'Walker, Jr.' },
  { language: 'en', country: 'GB', first: 'Robert "Bob"', last: 'Featherstonehaugh' },
  {
    language: 'cs',
    country: 'CZ',
    first: 'Kateřina „Káťa“ \u{1F3D4}\uFE0F',
    last: 'Dvořáková',
    mailbox: 'katerina.dvorakova',
  },
  // One picture of five code points: three people and two joiners, eight UTF-16 units.
  {
    language: 'sv',
    country: 'SE',
    first: 'Björn \u{1F468}\u200D\u{1F469}\u200D\u{1F467}',
    last: 'Ångström',
    mailbox: 'bjorn.angstrom',
  },
  // Written from right to left.
  {
    language: 'ar',
    country: 'FR',
    first: 'ليلى',
    last: 'بن علي',
    city: 'Marseille',
    mailbox: 'layla.benali',
  },
  {
    language: 'ar',
    country: 'DE',
    first: 'محمد',
    last: 'المصري',
    city: 'Berlin',
    mailbox: 'mohammed.almasri',
  },
  // Long names, and a town of 65 letters.
  {
    language: 'es',
    country: 'ES',
    first: 'María de los Ángeles Concepción',
    last: 'Fernández de Córdoba y Álvarez de Toledo',
    mailbox: 'mariangeles.fernandez',
  },
  { language: 'pl', country: 'PL', first: 'Grzegorz', last: 'Brzęczyszczykiewicz', city: 'Szczecin' },
  {
    language: 'en',
    country: 'GB',
    first: 'Rhys',
    last: 'Llewellyn',
    city: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch, Ynys Môn',
  },
  // One name only.
  { language: 'en', country: 'GB', first: 'Sunniva', last: '' },
  // Braces are this person's taste, not a template; nothing may ever evaluate them.
  { language: 'en', country: 'GB', first: 'Sam {{ sunny }}', last: 'Hill', mailbox: 'sam.hill' },
  { language: 'pt', country: 'PT', first: 'João', last: 'Conceição Guimarães' },
  { language: 'bg', country: 'BG', first: 'Йорданка', last: 'Щерева', city: 'Пловдив' },
];
