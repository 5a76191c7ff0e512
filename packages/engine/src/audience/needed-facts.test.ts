import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createCustomerFacts, createMessageFacts, createSmsNode } from '@curlew/testkit';
import { decideMessage, findNeededFacts, prepareMessage, type CustomerFacts } from '../index.ts';

const prepare = (...messages: readonly string[]) =>
  prepareMessage(
    createSmsNode({
      maximumParts: 8,
      versions: messages.map((message, index) => ({ language: index === 0 ? 'en' : `x${index}`, message })),
    }),
  );

it.each([
  ['nothing but the language', 'Hello', ['language']],
  [
    'attributes by name, once',
    'Hi {{ customer.first_name }} {{ customer["first_name"] }} {{ customer.last_name|upper }}',
    ['first_name', 'language', 'last_name'],
  ],
  ['the attribute whose item is read', '{{ customer.cart[0].name }}', ['cart', 'language']],
  ['all of them for a name that is worked out', '{{ customer["a" ~ "b"] }}', 'all'],
  ['all of them for the whole customer', '{{ customer }}', 'all'],
  ['all of them for an alias', '{% set c = customer %}{{ c.first_name }}', 'all'],
  ['all of them for a method', '{{ customer.get("first_name") }}', 'all'],
  ['all of them for a method that is called later', '{% set f = customer.items %}{{ f() }}', 'all'],
  ['nothing for a template that cannot be compiled', '{{ customer.first_name', ['language']],
])('[A2] needs %s', (_, message, attributes) => {
  expect(findNeededFacts(prepare(message)).attributes).toEqual(attributes);
});

it('[A2] looks at the sender and at every version, and tells what else is read', () => {
  const { node } = prepare('Hi', '{{ customer.b }} {{ event.total }}', '{{ customer_ids.registered }}');
  const prepared = prepareMessage({
    ...node,
    settings: { ...node.settings, sender: '{{ customer.a }}{{ webhook.x }}' },
  });
  expect(findNeededFacts(prepared)).toEqual({
    attributes: ['a', 'b', 'language'],
    ids: true,
    event: true,
    webhook: true,
  });
});

const templates = [
  'Hi {{ customer.first_name|default("you", true) }}',
  '{% for item in customer.cart %}{{ item.name or item }}, {% endfor %}',
  '{% if customer.points > 10 %}many{% else %}{{ customer.points }}{% endif %}',
  '{% macro m(c) %}{{ customer.city }}{{ c }}{% endmacro %}{{ m(1) }}',
  '{% set customer = {"a": 1} %}{{ customer.a }}{{ customer.city }}',
  '{{ customer|length }} {{ customer.city }}',
  '{{ customer.values }}{{ customer["items"] }}',
  '{% for key in customer %}{{ key }}{% endfor %}',
  '{{ [customer.city, customer.points]|join("-") }}{{ customer.city is defined }}',
];
const attributes = fc.dictionary(
  fc.constantFrom(
    'first_name',
    'cart',
    'points',
    'city',
    'language',
    'values',
    'items',
    'other',
    '__proto__',
  ),
  fc.oneof(
    fc.string(),
    fc.integer(),
    fc.constant(null),
    fc.array(fc.string(), { maxLength: 3 }),
    fc.boolean(),
  ),
);

it('[A2] decides with what is needed as with everything', () => {
  const facts = createMessageFacts();
  fc.assert(
    fc.property(fc.constantFrom(...templates), attributes, (message, all) => {
      const prepared = prepare(message, `x ${message}`);
      const needed = findNeededFacts(prepared);
      const customer = createCustomerFacts({ attributes: all });
      const fewer: CustomerFacts = {
        ...customer,
        ids: {},
        attributes:
          needed.attributes === 'all'
            ? all
            : Object.fromEntries(
                needed.attributes.filter((name) => Object.hasOwn(all, name)).map((name) => [name, all[name]]),
              ),
      };
      expect(decideMessage(prepared, fewer, facts)).toEqual(decideMessage(prepared, customer, facts));
    }),
  );
});
