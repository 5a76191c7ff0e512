import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { countSms } from '@curlew/sms';
import { createCustomerFacts, createMessageFacts, createSmsNode } from '@curlew/testkit';
import {
  createAudienceTally,
  createChance,
  decideMessage,
  fixMessages,
  measureMessage,
  prepareMessage,
  type AlikeCustomers,
  type CustomerFacts,
  type MeasuredMessage,
} from '../index.ts';

const facts = createMessageFacts();

const measure = (message: string, customer: Partial<CustomerFacts> = {}, maximumParts = 1): MeasuredMessage =>
  measureMessage(
    prepareMessage(createSmsNode({ maximumParts, versions: [{ language: 'en', message }] })),
    createCustomerFacts(customer),
    facts,
  );

it('[A1] makes all replacements in all versions, and none where there is none', () => {
  const node = createSmsNode({
    versions: [
      { language: 'en', message: 'It’s {{ x|default("’") }}' },
      { language: 'sk', message: 'Ahoj' },
    ],
  });
  expect(fixMessages(node)?.settings.versions.map(({ message }) => message)).toEqual([
    'It\'s {{ x|default("’") }}',
    'Ahoj',
  ]);
  expect(fixMessages(createSmsNode({ versions: [{ language: 'en', message: 'Ahoj ž' }] }))).toBeNull();
});

it.each([
  ['a message that leaves', 'a'.repeat(160), {}, { refusal: null, length: ['GSM-7', 160, 1] }],
  ['one that is too long', 'ž'.repeat(71), {}, { refusal: 'message_too_long', length: ['UCS-2', 71, 2] }],
  ['a template error', '{{ 1 // 0 }}', {}, { refusal: 'template_error', length: null }],
  ['nothing left', '{{ customer.none }}', {}, { refusal: 'empty_message', length: null }],
  [
    'no phone',
    'Hello',
    { phone: { raw: null, e164: null, isUs: false } },
    { refusal: 'no_phone', length: null },
  ],
] as const)('[A3] measures %s', (...[, message, customer, expected]) => {
  const { refusal, length } = measure(message, customer);
  expect({
    refusal: refusal?.type ?? null,
    length: length && [length.encoding, length.units, length.parts],
  }).toEqual(expected);
});

it('[A3] measures exactly what the gate lets through', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (first_name) => {
      const prepared = prepareMessage(
        createSmsNode({
          maximumParts: 2,
          versions: [{ language: 'en', message: '{{ customer.first_name }}' }],
        }),
      );
      const customer = createCustomerFacts({ attributes: { first_name } });
      const decision = decideMessage(prepared, customer, facts);
      const leaving = decision.status === 'enqueued' ? countSms(decision.text) : null;
      const { refusal, length } = measureMessage(prepared, customer, facts);
      expect(refusal?.type ?? 'enqueued').toBe(decision.status === 'enqueued' ? 'enqueued' : decision.type);
      // Of what does not leave, a length is told where there is one.
      const { encoding, units, parts } = leaving ?? { ...length, parts: { length: length?.parts } };
      expect(length).toEqual(length && { encoding, units, parts: parts.length });
    }),
  );
});

const measuredMessages = [
  measure('Hello'),
  measure('a'.repeat(170), {}, 2),
  measure('ž'),
  measure('ž'.repeat(80)),
  measure('{{ 1 // 0 }}'),
  measure('Hi', { phone: { raw: null, e164: null, isUs: false } }),
];
const alike: fc.Arbitrary<AlikeCustomers> = fc.record({
  customerId: fc.uuid(),
  country: fc.constantFrom('GB', 'SK', null),
  count: fc.integer({ min: 1, max: 50 }),
  measured: fc
    .constantFrom(...measuredMessages)
    .chain((measured) => fc.constantFrom('en', 'sk').map((language) => ({ ...measured, language }))),
});

const tally = (all: readonly AlikeCustomers[]) => {
  const counting = createAudienceTally();
  all.forEach((one) => counting.add(one));
  return counting.count();
};

it('[A4] [A5] comes to the same in any order and in any portions', () => {
  fc.assert(
    fc.property(
      fc
        .uniqueArray(alike, { selector: ({ customerId }) => customerId, maxLength: 20 })
        .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        const portions = shuffled.flatMap((one) =>
          one.count === 1
            ? [one]
            : [
                { ...one, count: 1 },
                { ...one, count: one.count - 1 },
              ],
        );
        expect(tally(portions)).toEqual(tally(all));
      },
    ),
  );
});

it('[A4] counts every customer as a message or a refusal', () => {
  fc.assert(
    fc.property(fc.array(alike, { maxLength: 20 }), (all) => {
      const { customers, messages, byParts, byEncoding, refusals, cells, parts } = tally(all);
      const sum = <T>(rows: readonly T[], of: (row: T) => number): number =>
        rows.reduce((total, row) => total + of(row), 0);
      expect(customers).toBe(sum(all, ({ count }) => count));
      expect(messages + sum(refusals, ({ count }) => count)).toBe(customers);
      expect(sum(byParts, (row) => row.messages)).toBe(messages);
      expect(sum(byEncoding, (row) => row.messages)).toBe(messages);
      expect(sum(cells, (row) => row.messages)).toBe(messages);
      expect(sum(cells, (row) => row.parts)).toBe(parts?.total ?? 0);
      expect(sum(byParts, (row) => row.parts * row.messages)).toBe(parts?.total ?? 0);
    }),
  );
});

it('[A5] names the customers worth looking at', () => {
  const [hello, two, unicode, tooLong, fails, noPhone] = measuredMessages;
  const people = [hello, two, unicode, tooLong, fails, noPhone].map((measured, index) => ({
    customerId: `c${index}`,
    country: 'GB',
    count: 1,
    measured: { ...(measured ?? measure('')), language: index === 5 ? 'sk' : 'en' },
  }));
  const { examples } = tally(people);
  expect(examples.longest?.customerId).toBe('c1');
  expect(examples.shortest?.customerId).toBe('c2');
  expect(examples.mostParts?.customerId).toBe('c1');
  expect(examples.fails?.customerId).toBe('c4');
  expect(examples.noPhone?.customerId).toBe('c5');
  expect(examples.byLanguage.map(({ customerId, language }) => [language, customerId])).toEqual([
    ['en', 'c0'],
    ['sk', 'c5'],
  ]);
});

it('[A6] asks the chance it is given, by customer and node', () => {
  const seeds: string[] = [];
  const prepared = prepareMessage(
    createSmsNode({ versions: [{ language: 'en', message: '{{ [1, 2, 3]|random }}' }] }),
  );
  const customer = createCustomerFacts();
  const own = decideMessage(prepared, customer, facts);
  const watched = decideMessage(prepared, customer, {
    ...facts,
    chance: (seed) => {
      seeds.push(seed);
      return createChance(seed);
    },
  });
  expect(watched).toEqual(own);
  expect(seeds.every((seed) => seed === `${customer.id} ${prepared.node.id}`)).toBe(true);
  expect(seeds.length).toBeGreaterThan(0);
});
