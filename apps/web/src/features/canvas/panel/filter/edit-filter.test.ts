import { emptyFilter, filterSchema } from '@curlew/scenario';
import { expect, it } from 'vitest';
import {
  addCondition,
  addGroup,
  duplicateCondition,
  duplicateGroup,
  newCondition,
  removeCondition,
  removeGroup,
} from './edit-filter.ts';

const attribute = newCondition('attribute');
const event = newCondition('event');
const consent = newCondition('consent');
const two = addCondition(addCondition(emptyFilter(), 0, attribute), 0, event);
const kindsOf = (filter: typeof two): string[][] =>
  filter.groups.map(({ conditions }) => conditions.map(({ kind }) => kind));

it.each([
  ['the first condition makes a group', addCondition(emptyFilter(), 0, attribute), [['attribute']]],
  [
    'a condition goes to the end of its group',
    addCondition(two, 0, consent),
    [['attribute', 'event', 'consent']],
  ],
  ['a new group stands last', addGroup(two, consent), [['attribute', 'event'], ['consent']]],
  ['a removed condition leaves the others', removeCondition(two, { group: 0, index: 0 }), [['event']]],
  [
    'the last condition takes its group along',
    removeCondition(addGroup(two, consent), { group: 1, index: 0 }),
    [['attribute', 'event']],
  ],
  [
    'a copy stands after its original',
    duplicateCondition(two, { group: 0, index: 0 }),
    [['attribute', 'attribute', 'event']],
  ],
  [
    'a copy of a group stands after it',
    duplicateGroup(addGroup(two, consent), 0),
    [['attribute', 'event'], ['attribute', 'event'], ['consent']],
  ],
  ['a removed group leaves the others', removeGroup(addGroup(two, consent), 0), [['consent']]],
])('%s', (_, filter, kinds) => {
  expect(kindsOf(filter)).toEqual(kinds);
  expect(filterSchema.safeParse(filter).success).toBe(true);
});

it('leaves the filter it was given as it was', () => {
  const before = JSON.stringify(two);
  removeCondition(two, { group: 0, index: 0 });
  duplicateGroup(two, 0);
  expect(JSON.stringify(two)).toBe(before);
});
