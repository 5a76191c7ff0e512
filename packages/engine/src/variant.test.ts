import { expect, it } from 'vitest';
import { createCustomerFacts, createMessageFacts, drawDocument, messagesOf } from '@curlew/testkit';
import { walk, walkThrough, type WalkInput } from './index.ts';

const facts = createMessageFacts();
const customer = createCustomerFacts();
const one = (id: string, name: string) => [
  { id, name, weight: 100 },
  { id: `not-${id}`, name: 'Nobody', weight: 0 },
];

const document = drawDocument(
  [
    ['now', 'now'],
    ['before', 'sms'],
    ['first', 'split', { variants: one('a', ' Short ') }],
    ['limit', 'limit', { most: 10 }],
    ['after', 'sms'],
    ['wait', 'wait', { mode: 'duration', duration: { amount: 1, unit: 'days' } }],
    ['later', 'sms'],
    ['second', 'split', { variants: one('b', ' ') }],
    ['last', 'sms'],
  ],
  [
    'now > before',
    'before > first',
    'first.a > limit',
    'limit > after',
    'after > wait',
    'wait > later',
    'later > second',
    'second.b > last',
  ],
);

const variantsOf = (input: WalkInput, now: number) => {
  const result = walkThrough(walk(document, { ...facts, now }), input, () => ({
    kind: 'limit',
    passes: true,
  }));
  return {
    result,
    told: messagesOf(result).map(({ nodeId, properties }) => [nodeId, properties['variant']]),
  };
};

it('[E48] messages say the variant of the split passed last, also after a limit and a wait, and none before', () => {
  const { result, told } = variantsOf({ nodeId: 'now', visit: 1, customer }, facts.now);
  expect(told).toEqual([
    ['before', undefined],
    ['after', 'Short'],
  ]);
  const { nodeId, visit, waitsUntil, variant = '' } = result;
  const held = { nodeId, visit, customer, variant, reachedAt: facts.now, heldUntil: waitsUntil ?? 0 };
  expect(variantsOf(held, facts.now + 2 * 86_400_000).told).toEqual([
    ['later', 'Short'],
    // It has no name.
    ['last', 'b'],
  ]);
});

it('[E48] the winner of a split is a variant like the others', () => {
  const run = { startedAt: facts.now, winners: new Map([['first', 'not-a']]) };
  const { variant } = walk(document, facts, { run })({ nodeId: 'first', visit: 1, customer });
  expect(variant).toBe('Nobody');
});
