import { type Attributes, daysSinceSignup } from './attributes.ts';
import { eventDays, momentBefore } from './calendar.ts';
import type { Person } from './people.ts';
import type { Country } from './places.ts';
import { currencyOf, priceIn } from './prices.ts';
import { type Product, products } from './products.ts';
import { createRandom, type Random } from './random.ts';

/** One thing a customer did. */
export type DemoEvent = {
  readonly registered: string;
  readonly type: 'session_start' | 'page_view' | 'cart_update' | 'purchase';
  /** Milliseconds since 1970, UTC. */
  readonly time: number;
  readonly properties: Readonly<Record<string, unknown>>;
};

type Customer = { readonly person: Person; readonly attributes: Attributes };
type Line = { readonly product: Product; readonly quantity: number };

const shop = 'https://www.heronandreed.example';

/** What everyone did in the 90 days before the base date, oldest first. */
export function createEvents(seed: string, customers: readonly Customer[]): readonly DemoEvent[] {
  const random = createRandom(`${seed}/events`);
  const events = customers.flatMap((customer) =>
    drawVisits(random, customer).flatMap((time) => drawSession(random, customer, time)),
  );
  // Stable, so that two events of the same second keep the order in which they happened.
  return events.sort((one, other) => one.time - other.time);
}

/** The total of each customer's latest purchase, by id, as the customer file writes it. */
export function lastOrderTotals(events: readonly DemoEvent[]): ReadonlyMap<string, string> {
  return new Map(
    events
      .filter(({ type }) => type === 'purchase')
      .map(({ registered, properties }) => [registered, Number(properties['total_price']).toFixed(2)]),
  );
}

/** When a customer came to the shop: three in five never did, but whoever has just signed up came on that day. */
function drawVisits(random: Random, { attributes }: Customer): readonly number[] {
  const days = Math.min(daysSinceSignup(attributes), eventDays);
  const isNew = daysSinceSignup(attributes) < eventDays;
  const count = drawVisitCount(random);
  const visits = Array.from({ length: count }, () => random.between(1, days));
  return (isNew ? [days, ...visits] : visits).map((day) => momentBefore(day, drawSecondOfDay(random)));
}

function drawVisitCount(random: Random): number {
  if (random.chance(0.6)) return 0;
  return random.chance(0.75) ? random.between(1, 2) : random.between(2, 5);
}

/** People shop between 6 and 22 o'clock, most of all in the evening. */
function drawSecondOfDay(random: Random): number {
  const hour = random.pick([6, 7, 8, 9, 10, 11, 12, 12, 13, 14, 15, 16, 17, 18, 18, 19, 19, 20, 20, 21]);
  return hour * 3600 + random.between(0, 3599);
}

/** A visit: pages, perhaps a cart, perhaps an order. */
function drawSession(random: Random, customer: Customer, start: number): readonly DemoEvent[] {
  let time = start;
  const happen = (type: DemoEvent['type'], properties: DemoEvent['properties']): DemoEvent => {
    const event = { registered: customer.person.id, type, time, properties };
    time += random.between(12, 240) * 1000;
    return event;
  };
  const viewed = drawProducts(random, customer);
  const lines = viewed
    .slice(0, random.between(1, 2))
    .map((product): Line => ({ product, quantity: drawQuantity(random) }));
  const events = [happen('session_start', drawOrigin(random))];
  for (const product of viewed) events.push(happen('page_view', describePage(product)));
  if (!random.chance(0.42)) return events;

  const { country } = customer.person.locale;
  lines.forEach((_, index) => {
    events.push(happen('cart_update', describeCart(country, lines.slice(0, index + 1))));
  });
  if (random.chance(0.5)) events.push(happen('purchase', describePurchase(random, country, lines)));
  return events;
}

/** One to three different products, more often than not of the favourite category. */
function drawProducts(random: Random, { attributes }: Customer): readonly Product[] {
  const favourites = products.filter(({ category }) => category === attributes.favouriteCategory);
  const from = favourites.length > 0 && random.chance(0.65) ? favourites : products;
  return random.shuffle(from).slice(0, random.pick([1, 1, 2, 2, 3]));
}

function drawQuantity(random: Random): number {
  return random.pick([1, 1, 1, 1, 2, 3]);
}

function drawOrigin(random: Random): DemoEvent['properties'] {
  const device = random.pick(['mobile', 'mobile', 'mobile', 'desktop', 'desktop', 'tablet']);
  return { device, source: random.pick(['direct', 'search', 'search', 'newsletter', 'sms', 'social']) };
}

function describePage({ sku, name, category }: Product): DemoEvent['properties'] {
  return { url: `${shop}/${category.replaceAll(' ', '-')}/${sku.toLowerCase()}`, title: name, category };
}

function describeCart(country: Country, lines: readonly Line[]): DemoEvent['properties'] {
  const added = lines.at(-1);
  return {
    action: 'add',
    sku: added?.product.sku,
    quantity: added?.quantity,
    total_price: toAmount(totalOf(country, lines)),
    currency: currencyOf(country),
  };
}

function describePurchase(random: Random, country: Country, lines: readonly Line[]): DemoEvent['properties'] {
  return {
    order_id: `HR-${random.between(100_000, 999_999)}`,
    total_price: toAmount(totalOf(country, lines)),
    currency: currencyOf(country),
    items: lines.map(({ product, quantity }) => ({
      sku: product.sku,
      name: product.name,
      category: product.category,
      price: toAmount(priceIn(country, product.price)),
      quantity,
    })),
  };
}

function totalOf(country: Country, lines: readonly Line[]): number {
  return lines.reduce(
    (total, { product, quantity }) => total + priceIn(country, product.price) * quantity,
    0,
  );
}

function toAmount(hundredths: number): number {
  return hundredths / 100;
}
