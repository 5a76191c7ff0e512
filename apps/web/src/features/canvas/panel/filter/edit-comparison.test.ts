import { type Comparison, comparisonTypes, operatorsOf } from '@curlew/scenario';
import { expect, it } from 'vitest';
import { newComparison, withOperator, withProperty, withType } from './edit-comparison.ts';

const city: Comparison = { property: 'city', type: 'text', operator: 'is', values: ['Praha'] };

it.each([
  ['keeps its value where one is needed', withOperator(city, 'contains'), ['Praha']],
  [
    'keeps several in a list',
    withOperator({ ...city, values: ['Praha', 'Brno'] }, 'one_of'),
    ['Praha', 'Brno'],
  ],
  ['asks for a first value of a list', withOperator({ ...city, values: [] }, 'one_of'), ['']],
  ['drops what is not asked', withOperator({ ...city, values: ['Praha', 'Brno'] }, 'is'), ['Praha']],
  ['asks nothing of what is only known or not', withOperator(city, 'is_set'), []],
  ['asks for both ends of a range', withOperator({ ...city, type: 'number' }, 'between'), ['Praha', '']],
])('a comparison %s', (_, { values }, expected) => {
  expect(values).toEqual(expected);
});

it.each(comparisonTypes)('a comparison of %s has an operator of that type', (type) => {
  const changed = withType(city, type);
  expect(operatorsOf[type]).toContain(changed.operator);
  expect(changed.property).toBe('city');
});

it('keeps an operator that both types have', () => {
  expect(withType({ ...city, operator: 'is_set' }, 'date').operator).toBe('is_set');
});

it('takes the known type of a property, and the old one where none is known', () => {
  expect(withProperty(city, 'orders', 'number')).toMatchObject({ property: 'orders', type: 'number' });
  expect(withProperty(city, 'town', undefined)).toEqual({ ...city, property: 'town' });
  expect(withProperty(newComparison(), 'town', 'text').values).toEqual(['']);
});
