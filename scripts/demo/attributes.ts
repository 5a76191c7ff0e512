import { dateBefore, daysSince, eventDays } from './calendar.ts';
import { listSeparator } from './csv.ts';
import type { Person } from './people.ts';
import { places } from './places.ts';
import { priceIn } from './prices.ts';
import { type Category, categories, products } from './products.ts';
import { createRandom, type Random } from './random.ts';

/** What the shop knows about a customer, apart from name, phone and orders; `''` is unknown. */
export type Attributes = {
  readonly cookie: string;
  readonly language: string;
  readonly dateOfBirth: string;
  readonly vip: string;
  readonly loyaltyPoints: string;
  readonly balance: string;
  /** What the last order from before the events cost. */
  readonly earlierOrder: string;
  readonly favouriteCategory: Category | '';
  readonly signupDate: string;
  readonly consentMarketing: string;
  readonly consentNewsletter: string;
  readonly tags: string;
  readonly timeZone: string;
};

const tags = [
  'gift buyer',
  'wild camping',
  'club member',
  'returns often',
  'outlet',
  'trade',
  'fell runner',
  'family',
];

/** From this many points on a customer is a VIP. */
const vipPoints = 2500;

/** Customers whose language is not known; one or two more have a language that does not exist. */
const languageQuotas = { missing: 15, unknown: ['xx', 'tlh-KX'] } as const;

export function createAttributes(seed: string, people: readonly Person[]): readonly Attributes[] {
  const random = createRandom(`${seed}/attributes`);
  const languages = createLanguages(seed, people);
  return people.map((person, index) => drawAttributes(random, person, languages[index] ?? ''));
}

function createLanguages(seed: string, people: readonly Person[]): readonly string[] {
  const languages = people.map(({ locale }) => locale.language);
  const turns = createRandom(`${seed}/languages`).shuffle(languages.map((_, index) => index));
  for (const index of turns.splice(0, languageQuotas.missing)) languages[index] = '';
  for (const language of languageQuotas.unknown) {
    for (const index of turns.splice(0, 1)) languages[index] = language;
  }
  return languages;
}

function drawAttributes(random: Random, person: Person, language: string): Attributes {
  const daysAsCustomer = Math.min(random.between(1, 2800), random.between(1, 2800));
  const points = drawPoints(random, daysAsCustomer);
  return {
    cookie: drawCookies(random),
    language,
    dateOfBirth: person.bornOn ?? (random.chance(0.12) ? '' : drawDateOfBirth(random)),
    vip: String(points >= vipPoints),
    loyaltyPoints: String(points),
    balance: drawBalance(random),
    earlierOrder: drawEarlierOrder(random, person, daysAsCustomer),
    favouriteCategory: random.chance(0.1) ? '' : random.pick(categories),
    signupDate: dateBefore(daysAsCustomer),
    consentMarketing: drawConsent(random, 0.64),
    consentNewsletter: drawConsent(random, 0.45),
    tags: random
      .shuffle(tags)
      .slice(0, random.pick([0, 0, 1, 1, 2, 3]))
      .join(listSeparator),
    timeZone: random.chance(0.35) ? places[person.locale.country].timeZone : '',
  };
}

function drawCookies(random: Random): string {
  const count = random.pick([0, 0, 0, 1, 1, 1, 1, 1, 1, 2]);
  return Array.from({ length: count }, () => drawCookie(random)).join(listSeparator);
}

function drawCookie(random: Random): string {
  return Array.from({ length: 16 }, () => random.between(0, 15).toString(16)).join('');
}

/** Everyone is between 18 and 84 years old, most of them in the middle. */
function drawDateOfBirth(random: Random): string {
  const days = [random.between(18 * 366, 84 * 365), random.between(18 * 366, 66 * 365)] as const;
  return dateBefore(Math.round((days[0] + days[1]) / 2));
}

/** An order from before the events of the demo begin: two customers in three have had one. */
function drawEarlierOrder(random: Random, { locale }: Person, daysAsCustomer: number): string {
  const bought = random.shuffle(products).slice(0, random.between(1, 3));
  if (daysAsCustomer <= eventDays || random.chance(0.34)) return '';
  return (bought.reduce((total, { price }) => total + priceIn(locale.country, price), 0) / 100).toFixed(2);
}

/** Points grow with time, and a few people buy far more than others. */
function drawPoints(random: Random, daysAsCustomer: number): number {
  const eagerness = random.next() ** 3;
  return Math.round(eagerness * daysAsCustomer * 2.4);
}

/** Store credit. Many have none; some amounts have one decimal, as spreadsheets write them; a few owe something. */
function drawBalance(random: Random): string {
  if (random.chance(0.4)) return '0.0';
  if (random.chance(0.2)) return `${random.between(1, 30) * 5}.0`;
  const amount = (random.between(1, 14_999) / 100).toFixed(2);
  return random.chance(0.05) ? `-${amount}` : amount;
}

function drawConsent(random: Random, accepting: number): string {
  if (random.chance(accepting)) return 'accept';
  return random.chance(0.5) ? 'reject' : '';
}

/** How long the customer has been one, in days before the base date. */
export function daysSinceSignup(attributes: Attributes): number {
  return daysSince(attributes.signupDate);
}
