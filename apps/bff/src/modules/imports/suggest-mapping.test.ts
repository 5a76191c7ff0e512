import { describe, expect, it } from 'vitest';
import { suggestMapping } from './suggest-mapping.ts';

const categories = [{ id: 'marketing-id', name: 'Marketing & offers' }];
const suggest = (column: string, values: string[], others: string[] = []) =>
  suggestMapping(
    [column, ...others],
    values.map((value) => [value, ...others.map(() => '')]),
    categories,
  )[0]?.target;

describe('suggestMapping', () => {
  it.each([
    ['registered', ['C-1'], { to: 'id', kind: 'registered' }],
    ['Customer ID', ['C-1'], { to: 'id', kind: 'registered' }],
    ['id', ['1'], { to: 'id', kind: 'registered' }],
    ['cookie', ['a|b'], { to: 'id', kind: 'cookie' }],
    ['consent_marketing_offers', ['accept'], { to: 'consent', categoryId: 'marketing-id' }],
    ['consent_other', ['accept'], { to: 'attribute', name: 'consent_other', type: 'text' }],
    ['Mobile', ['+421'], { to: 'attribute', name: 'phone', type: 'text' }],
    ['phone', ['00421900'], { to: 'attribute', name: 'phone', type: 'text' }],
    ['points', ['', '12', '3.5'], { to: 'attribute', name: 'points', type: 'number' }],
    ['points', ['1', '2', '3', 'quite a few', '5'], { to: 'attribute', name: 'points', type: 'number' }],
    ['size', ['40', '41', 'M', 'L', '42'], { to: 'attribute', name: 'size', type: 'text' }],
    ['voucher', ['0012', '0044'], { to: 'attribute', name: 'voucher', type: 'text' }],
    ['zip', ['81101'], { to: 'attribute', name: 'zip', type: 'text' }],
    ['vip', ['true', 'FALSE'], { to: 'attribute', name: 'vip', type: 'boolean' }],
    ['born', ['1990-04-12', ''], { to: 'attribute', name: 'born', type: 'date' }],
    ['born', ['1990-02-31'], { to: 'attribute', name: 'born', type: 'text' }],
    ['tags', ['a', 'b|c'], { to: 'attribute', name: 'tags', type: 'list' }],
    ['constructor', ['x'], { to: 'attribute', name: 'constructor', type: 'text' }],
    ['note', [], { to: 'attribute', name: 'note', type: 'text' }],
  ] as const)('%s of %j', (column, values, target) => {
    expect(suggest(column, [...values])).toEqual(target);
  });

  it('gives every place to one column', () => {
    expect(suggest('mobile', ['+421'], ['phone'])).toMatchObject({ name: 'mobile' });
    expect(suggestMapping(['mobile', 'telephone'], [], []).map(({ target }) => target)).toMatchObject([
      { name: 'phone' },
      { name: 'telephone' },
    ]);
    expect(suggest('customer_id', ['1'], ['registered'])).toEqual({ to: 'id', kind: 'customer_id' });
  });
});
