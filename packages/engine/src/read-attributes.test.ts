import { createCustomerFacts, createMessageFacts, createSmsNode } from '@curlew/testkit';
import { expect, it } from 'vitest';
import { prepareMessage, readAttributes, renderMessage } from './index.ts';

const json =
  '{"balance": 20.0, "card": 12345678901234567890, "born": "1990-05-01", "left": "soon", "note": "2026-01-01", "__proto__": "own"}';

it.each([
  ['{{ customer.balance }}', '20.0'],
  ['{{ customer.card + 1 }}', '12345678901234567891'],
  ["{{ customer.born }} {{ customer.born.strftime('%d.%m.') }}", '1990-05-01 01.05.'],
  ['{{ customer.left }} {{ customer.note[:4] }}', 'soon 2026'],
  ["{{ customer['__proto__'] }}", 'own'],
])('[E22] %s', (message, text) => {
  const attributes = readAttributes(json, new Set(['born', 'left']));
  const node = createSmsNode({ versions: [{ language: 'en', message }] });
  const rendered = renderMessage(
    prepareMessage(node),
    createCustomerFacts({ attributes }),
    createMessageFacts(),
  );
  expect(rendered.body).toEqual({ ok: true, text });
});

it('[E22] takes JSON objects only', () => {
  expect(() => readAttributes('[1]', new Set())).toThrow('attributes are a JSON object, not [1]');
});
