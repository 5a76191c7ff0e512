import type { Person } from './people.ts';
import { phoneRanges } from './phone-ranges.ts';
import { type Country, places } from './places.ts';
import { createRandom, type Random } from './random.ts';

type PhoneNumber = { readonly country: Country; readonly national: string };

/** How many customers have no phone, or one written in an unusual way; all others have `+` and digits. */
export const phoneQuotas = {
  missing: 40,
  doubleZero: 14,
  spaces: 14,
  dashes: 10,
  brackets: 8,
  national: 12,
  /** Pairs of people who share one phone. */
  shared: 5,
} as const;

/** What people and spreadsheets leave in a phone column. Too short, too long, or no number at all. */
export const brokenPhones: readonly string[] = [
  'n/a',
  'N/A',
  '12345',
  '+44 7700 90',
  'none',
  'call me',
  '+',
  '-',
  '?',
  '000000000',
  '+33 6 39 98',
  'neviem',
  'keine Angabe',
  '+999 123 456 789',
  '+420 690',
  'unknown',
  '+44 7700 9OO OOO OOO',
  '4.4770E+11',
  '+447700900000900001900002',
  'see notes',
];

/** The phone column, one value per person. */
export function createPhones(seed: string, people: readonly Person[]): readonly string[] {
  const random = createRandom(`${seed}/phones`);
  const numbers = drawNumbers(random, people);
  const phones = numbers.map((number) => writeInternational(number));
  // Nobody in the first screenful is without a phone: the first preview should show a message.
  const turns = random.shuffle(numbers.map((_, index) => index).filter((index) => index >= 25));
  const take = (count: number): readonly number[] => turns.splice(0, count);
  const rewrite = (count: number, write: (number: PhoneNumber) => string): void => {
    for (const index of take(count)) phones[index] = write(at(numbers, index));
  };

  rewrite(phoneQuotas.missing, () => '');
  take(brokenPhones.length).forEach((index, turn) => {
    phones[index] = at(brokenPhones, turn);
  });
  rewrite(phoneQuotas.doubleZero, (number) => `00${callingCodeOf(number)}${number.national}`);
  rewrite(phoneQuotas.spaces, (number) => `+${callingCodeOf(number)} ${inThrees(number.national).join(' ')}`);
  rewrite(phoneQuotas.dashes, (number) => `+${callingCodeOf(number)}-${inThrees(number.national).join('-')}`);
  rewrite(phoneQuotas.brackets, writeWithBrackets);
  rewrite(phoneQuotas.national, (number) => `${phoneRanges[number.country].trunk}${number.national}`);
  for (const index of take(phoneQuotas.shared)) {
    const turn = turns.findIndex((other) => at(people, other).locale === at(people, index).locale);
    for (const other of turns.splice(turn, 1)) phones[other] = at(phones, index);
  }
  return phones;
}

/** A number of the person's own country for each, and no number twice. */
function drawNumbers(random: Random, people: readonly Person[]): readonly PhoneNumber[] {
  const left = new Map<string, number[]>();
  for (const [country, { blocks }] of Object.entries(phoneRanges)) {
    // A thousand of each block are plenty, and keep the shuffle short.
    const all = blocks.flatMap(({ first, size }) =>
      Array.from({ length: Math.min(size, 1000) }, (_, n) => first + n),
    );
    left.set(country, random.shuffle(all));
  }
  return people.map(({ locale: { country } }) => {
    const national = left.get(country)?.pop();
    if (national === undefined)
      throw new Error(`No phone number is left for ${country} (${places[country].timeZone}).`);
    return { country, national: String(national) };
  });
}

function writeInternational(number: PhoneNumber): string {
  return `+${callingCodeOf(number)}${number.national}`;
}

/** `+44 (0)7700900123` where people dial a 0 at home, `+420 (690) 000123` elsewhere. */
function writeWithBrackets(number: PhoneNumber): string {
  const { callingCode, trunk } = phoneRanges[number.country];
  const [area, rest] = [number.national.slice(0, 3), number.national.slice(3)];
  return trunk === '' ? `+${callingCode} (${area}) ${rest}` : `+${callingCode} (${trunk})${number.national}`;
}

function callingCodeOf({ country }: PhoneNumber): string {
  return phoneRanges[country].callingCode;
}

/** Groups of three digits; the last one may have one more or one less. */
function inThrees(digits: string): readonly string[] {
  return digits.match(/\d{3}(?=\d{2})|\d+$/g) ?? [digits];
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error(`There is no item ${index} in a list of ${items.length}.`);
  return item;
}
