import { expect, it } from 'vitest';
import { messageDefaultsSchema } from '@curlew/scenario';
import { createCustomerFacts, createMessageFacts, createSmsNode } from '@curlew/testkit';
import { prepareMessage, traceMessage } from './index.ts';

const customer = createCustomerFacts({
  attributes: { first_name: 'Jana', cart: [{ title: 'Mug' }], address: { city: 'Brno' }, tags: [] },
});
const trace = (message: string, facts = createMessageFacts()) =>
  traceMessage(prepareMessage(createSmsNode({ versions: [{ language: 'en', message }] })), customer, facts);

it('[E31] tells what each expression gave, and from which variables', () => {
  expect(trace('Hi {{ customer.first_name|upper }}, {{ customer.city }}{{ customer.address.city }}')).toEqual(
    [
      {
        expression: 'customer.first_name|upper',
        value: 'JANA',
        text: { start: 3, end: 7 },
        variables: [{ name: 'customer.first_name', value: 'Jana' }],
      },
      {
        expression: 'customer.city',
        value: '',
        text: { start: 9, end: 9 },
        variables: [{ name: 'customer.city', value: null }],
      },
      {
        expression: 'customer.address.city',
        value: 'Brno',
        text: { start: 9, end: 13 },
        variables: [{ name: 'customer.address.city', value: 'Brno' }],
      },
    ],
  );
});

it('[E31] shows objects and lists as JSON, and what an event has not as missing', () => {
  expect(trace('{{ customer.cart|length }}{{ event.total|default(0) if event else 1 }}')).toMatchObject([
    { variables: [{ name: 'customer.cart', value: '[{"title": "Mug"}]' }] },
    {
      variables: [
        { name: 'event.total', value: null },
        { name: 'event', value: null },
      ],
    },
  ]);
});

it('[E31] a long value is cut, and never between two halves of a character', () => {
  const [traced] = trace(`{{ 'a' ~ '👍' * 400 }}`);
  expect(traced?.value).toMatch(/^a(👍)+…$/u);
  expect(traced?.value.length).toBeLessThan(510);
});

it('[E31] a message that is changed afterwards has no places, one that cannot be rendered has nothing', () => {
  expect(trace('{{ "e\u0301" }}')).toMatchObject([{ text: null }]);
  expect(trace('{{ customer.first_name }}{{ 1 // 0 }}')).toEqual([]);
  expect(trace('{{ customer.')).toEqual([]);
});

it('[E31] values keep their places around short links, and those in a link stand for all of it', () => {
  const shortener = { base: 'https://s.example', newSlug: () => 'aB3dE5fG' };
  const facts = createMessageFacts({
    shortener,
    defaults: messageDefaultsSchema.parse({ shortensLinks: true }),
  });
  const message =
    '{{ customer.first_name }}: https://heron.example/{{ customer.address.city }}/a, {{ 1 + 1 }}';
  const sent = 'Jana: https://s.example/aB3dE5fG, 2';
  expect(trace(message, facts).map(({ text }) => text && sent.slice(text.start, text.end))).toEqual([
    'Jana',
    'https://s.example/aB3dE5fG',
    '2',
  ]);
  expect(trace('{{ "https://heron.example/" ~ "a" }}{{ "" }}!', facts).map(({ text }) => text)).toEqual([
    { start: 0, end: 26 },
    { start: 26, end: 26 },
  ]);
});
