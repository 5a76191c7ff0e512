import { toLatin } from './latin.ts';
import { type Locale, locales } from './locales.ts';
import { places } from './places.ts';
import { createRandom, type Random } from './random.ts';
import { type SpecialPerson, specialPeople } from './special-people.ts';

/** Who a customer is: what everything else about them is made from. */
export type Person = {
  readonly id: string;
  readonly locale: Locale;
  readonly first: string;
  readonly last: string;
  readonly email: string;
  readonly city: string;
  /** Set only where it was written by hand. */
  readonly bornOn: string | undefined;
};

type Spelling = { readonly native: string; readonly latin: string };

/** People who gave no first name, for messages that need a default. */
const firstNamesMissing = 12;

const mailDomains = ['example.com', 'example.com', 'example.org', 'example.net'];

/** Everyone, in the order of the file. */
export function createPeople(seed: string): readonly Person[] {
  const random = createRandom(`${seed}/people`);
  const everyone = random.shuffle(
    locales.flatMap((locale) => Array.from({ length: locale.customers }, () => locale)),
  );
  const waiting = new Map(
    locales.map((locale) => [locale, specialPeople.filter((person) => livesIn(person, locale))]),
  );
  const mailboxes = new Map<string, number>();
  let unnamed = 0;
  return everyone.map((locale, index): Person => {
    const special = waiting.get(locale)?.shift();
    const drawn = drawName(random, locale);
    const city = special?.city ?? random.pick(places[locale.country].cities);
    const domain = random.pick(mailDomains);
    const mailbox = special === undefined ? drawn.mailbox : mailboxOf(special, locale.language);
    const hidesFirst = special === undefined && unnamed < firstNamesMissing && random.chance(0.01);
    if (hidesFirst) unnamed += 1;
    return {
      id: `C-${String(index + 1).padStart(6, '0')}`,
      locale,
      first: hidesFirst ? '' : (special?.first ?? drawn.first),
      last: special?.last ?? drawn.last,
      email: `${takeMailbox(mailboxes, mailbox)}@${domain}`,
      city,
      bornOn: special?.bornOn,
    };
  });
}

function livesIn(person: SpecialPerson, locale: Locale): boolean {
  return person.language === locale.language && person.country === locale.country;
}

function drawName(random: Random, locale: Locale): { first: string; last: string; mailbox: string } {
  const { pool, language } = locale;
  const isWoman = random.chance(0.52);
  const first = spell(random.pick(isWoman ? pool.women : pool.men), language);
  const surnames = random
    .shuffle(pool.surnames)
    .slice(0, pool.surnamesPerPerson)
    .map((surname) => spell(inForm(surname, isWoman), language));
  const last = surnames.map(({ native }) => native).join(' ');
  return { first: first.native, last, mailbox: `${first.latin}.${surnames[0]?.latin ?? ''}` };
}

function inForm(surname: string, isWoman: boolean): string {
  const [his = surname, hers = his] = surname.split('/');
  return isWoman ? hers : his;
}

function spell(name: string, language: string): Spelling {
  const [native = name, latin = name] = name.split(':');
  return { native, latin: toLatin(latin, language) };
}

function mailboxOf({ mailbox, first = '', last = '' }: SpecialPerson, language: string): string {
  return (
    mailbox ??
    [first, last]
      .map((name) => toLatin(name, language))
      .filter(Boolean)
      .join('.')
  );
}

/** The first Jana Nováková is jana.novakova, the second jana.novakova2. */
function takeMailbox(taken: Map<string, number>, mailbox: string): string {
  const count = (taken.get(mailbox) ?? 0) + 1;
  taken.set(mailbox, count);
  return count === 1 ? mailbox : `${mailbox}${count}`;
}
