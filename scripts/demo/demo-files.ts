import { type Attributes, createAttributes } from './attributes.ts';
import { toCsv } from './csv.ts';
import { type CustomerColumn, customerColumns } from './customer-columns.ts';
import { createEvents, type DemoEvent, lastOrderTotals } from './events.ts';
import { createMistakes } from './mistakes.ts';
import { createPeople, type Person } from './people.ts';
import { createPhones } from './phones.ts';

/** The seed of the committed files; another one makes another, equally believable, shop. */
export const committedSeed = 'heron-and-reed-1';

/** The demo files by name. A pure function of the seed: the same one gives the same bytes. */
export function createDemoFiles(seed: string): ReadonlyMap<string, string> {
  const people = createPeople(seed);
  const phones = createPhones(seed, people);
  const attributes = createAttributes(seed, people);
  const customers = people.flatMap((person, index) => {
    const known = attributes[index];
    return known === undefined ? [] : [{ person, attributes: known, phone: phones[index] ?? '' }];
  });
  const events = createEvents(seed, customers);
  const totals = lastOrderTotals(events);
  const rows = customers.map((customer) => {
    const { person, attributes } = customer;
    const row = toRow({ ...customer, lastOrderTotal: totals.get(person.id) ?? attributes.earlierOrder });
    return customerColumns.map((column) => row[column]);
  });
  return new Map([
    ['customers.csv', toCsv(customerColumns, rows)],
    ['events.csv', toCsv(['registered', 'type', 'timestamp', 'properties'], events.map(toEventRow))],
    ['customers-with-mistakes.csv', createMistakes()],
  ]);
}

type Customer = {
  readonly person: Person;
  readonly attributes: Attributes;
  readonly phone: string;
  readonly lastOrderTotal: string;
};

function toRow({
  person,
  attributes,
  phone,
  lastOrderTotal,
}: Customer): Readonly<Record<CustomerColumn, string>> {
  return {
    registered: person.id,
    cookie: attributes.cookie,
    first_name: person.first,
    last_name: person.last,
    email: person.email,
    phone,
    language: attributes.language,
    city: person.city,
    country: person.locale.country,
    date_of_birth: attributes.dateOfBirth,
    vip: attributes.vip,
    loyalty_points: attributes.loyaltyPoints,
    balance: attributes.balance,
    last_order_total: lastOrderTotal,
    favourite_category: attributes.favouriteCategory,
    signup_date: attributes.signupDate,
    consent_marketing: attributes.consentMarketing,
    consent_newsletter: attributes.consentNewsletter,
    tags: attributes.tags,
    time_zone: attributes.timeZone,
  };
}

function toEventRow({ registered, type, time, properties }: DemoEvent): readonly string[] {
  return [registered, type, new Date(time).toISOString(), JSON.stringify(properties)];
}
