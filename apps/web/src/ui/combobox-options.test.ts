import { expect, it } from 'vitest';
import { findOptions } from './combobox-options.ts';

const options = ['last_order', 'city', 'order_count', 'Orders'].map((value) => ({ value }));

it.each([
  ['', ['last_order', 'city', 'order_count', 'Orders']],
  ['ORDER', ['order_count', 'Orders', 'last_order']],
  [' ci ', ['city']],
  ['phone', []],
])('“%s” finds %o', (text, found) => {
  expect(findOptions(options, text).map(({ value }) => value)).toEqual(found);
});

it('shows fifty at most', () => {
  const many = Array.from({ length: 80 }, (_, index) => ({ value: `event ${index}` }));
  expect(findOptions(many, 'event')).toHaveLength(50);
});
