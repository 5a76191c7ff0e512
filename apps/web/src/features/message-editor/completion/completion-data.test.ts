import { expect, it } from 'vitest';
import { createCompletionData, showValue } from './completion-data.ts';

const data = {
  sampled: null,
  attributes: [{ name: 'points', type: 'number' as const, examples: ['120', '4'], share: 0.964 }],
  events: [
    {
      type: 'purchase',
      count: 3,
      isEstimate: false,
      lastSeenAt: '2026-01-01T00:00:00Z',
      properties: [{ name: 'total', type: 'number' as const, examples: ['9.9'] }],
    },
  ],
};
const customer = {
  name: 'Jana',
  attributes: { points: 7, note: 'x'.repeat(40) },
  ids: { registered: ['a', 'b'] },
};
const way = { startEvents: [], hasWebhook: false };

it('describes attributes by type, fill rate, examples and the value of the previewed customer', () => {
  expect(createCompletionData({ data, customer, way }).attributes).toEqual([
    {
      name: 'points',
      detail: 'number, 96.4 %',
      lines: ['A number that 96.4 % of customers have', 'For example 120, 4', 'Jana: 7'],
    },
  ]);
});

it('makes do with the previewed customer as long as nothing else is known', () => {
  const { attributes } = createCompletionData({ data: undefined, customer, way });
  expect(attributes.map(({ name, detail }) => [name, detail])).toEqual([
    ['points', '7'],
    ['note', `${'x'.repeat(23)}…`],
  ]);
});

it('offers the properties of the event a walk starts from, and its own', () => {
  const started = { startEvents: ['purchase'], hasWebhook: false };
  const names = createCompletionData({ data, customer, way: started }).eventProperties?.map(
    ({ name }) => name,
  );
  expect(names).toEqual(['total', 'type', 'timestamp']);
  expect(createCompletionData({ data, customer, way }).eventProperties).toBeNull();
});

it.each([
  ['Jana', 'Jana'],
  [12, '12'],
  [['vip'], '["vip"]'],
  [{ city: 'Brno' }, '{"city":"Brno"}'],
])('shows %j as %s', (value, shown) => {
  expect(showValue(value)).toBe(shown);
});
