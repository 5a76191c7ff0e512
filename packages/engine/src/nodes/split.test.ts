import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { NodeOf } from '@curlew/scenario';
import { createCustomerFacts, createFlow, createMessageFacts, createNode } from '@curlew/testkit';
import { createChance, walk, type RunFacts } from '../index.ts';

type Variants = NodeOf<'split'>['settings']['variants'];

const facts = createMessageFacts();
const idOf = (index: number): string =>
  `01a20242-d422-714d-a856-${Math.floor(createChance(`customer ${index}`)() * 2 ** 32)
    .toString(16)
    .padStart(12, '0')}`;
const people = 20_000;

const split = (id: string, weights: readonly number[], run: RunFacts = { startedAt: 0 }) => {
  const variants: Variants = weights.map((weight, index) => ({ id: `v${index}`, name: `${index}`, weight }));
  const go = walk(createFlow([createNode('split', { variants }, id)]), facts, { run });
  return (index: number): { readonly output: string | null; readonly why?: unknown } => {
    const [move] = go({ nodeId: id, visit: 1, customer: createCustomerFacts({ id: idOf(index) }) }).moves;
    if (!move) throw new Error('a split lets everyone go');
    return move;
  };
};

const nodeIds = ['01a20242-d422-714d-a856-e14b220af4d1', '01a20242-d422-714d-a856-e14b220af4d2', 'n1', 'n2'];

// The sum of squares that a fair draw exceeds once in a thousand times is 10.8 for 2 variants and 27.9 for 10.
const chiSquare = (counts: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => {
    const expected = (people * weight) / 100;
    return expected === 0 ? sum : sum + ((counts[index] ?? 0) - expected) ** 2 / expected;
  }, 0);

it.each([
  [[50, 50], 10.8],
  [[90, 10], 10.8],
  [[1, 99], 10.8],
  [[10, 20, 30, 40], 16.3],
  [Array.from({ length: 10 }, () => 10), 27.9],
])('[E86] parts customers by weights %j', (weights, bound) => {
  for (const id of nodeIds) {
    const draw = split(id, weights);
    const counts = weights.map(() => 0);
    for (let index = 0; index < people; index += 1) {
      const variant = Number(draw(index).output?.slice(1));
      counts[variant] = (counts[variant] ?? 0) + 1;
    }
    expect(chiSquare(counts, weights)).toBeLessThan(bound);
  }
});

it('[E86] nobody takes a variant of weight 0, and everyone one of 100', () => {
  const draw = split('n1', [0, 100, 0]);
  for (let index = 0; index < 1_000; index += 1) expect(draw(index).output).toBe('v1');
});

it('[E86] the same customer takes the same output each time, and says what was drawn', () => {
  const [one, other] = [split('n1', [30, 70]), split('n1', [30, 70], { startedAt: 5 })];
  for (let index = 0; index < 200; index += 1) {
    const { output, why } = one(index);
    expect(other(index)).toMatchObject({ output, why });
    expect(output).toBe(Number(why) < 30 ? 'v0' : 'v1');
  }
});

it('[E86] two splits draw independently', () => {
  for (const [one, other] of [
    [0, 1],
    [0, 3],
    [2, 3],
  ] as const) {
    const [first, second] = [split(nodeIds[one] ?? '', [50, 50]), split(nodeIds[other] ?? '', [50, 50])];
    const counts = [0, 0, 0, 0];
    for (let index = 0; index < people; index += 1) {
      const cell = (first(index).output === 'v0' ? 0 : 2) + (second(index).output === 'v0' ? 0 : 1);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    expect(chiSquare(counts, [25, 25, 25, 25])).toBeLessThan(16.3);
  }
});

it('[E86] customers who follow each other are drawn independently', () => {
  const draw = walk(createFlow([createNode('split', {}, 's')]), facts);
  const outputs = Array.from({ length: people + 1 }, (_, index) => {
    const customer = createCustomerFacts({
      id: `01a20242-d422-714d-a856-${String(index).padStart(12, '0')}`,
    });
    return draw({ nodeId: 's', visit: 1, customer }).moves[0]?.output;
  });
  const counts = [0, 0, 0, 0];
  for (let index = 0; index < people; index += 1) {
    const cell = (outputs[index] === 'a' ? 0 : 2) + (outputs[index + 1] === 'a' ? 0 : 1);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  expect(chiSquare(counts, [25, 25, 25, 25])).toBeLessThan(16.3);
});

it('[E86] everyone takes the winner, once there is one', () => {
  const draw = split('n1', [50, 50, 0], { startedAt: 0, winners: new Map([['n1', 'v2']]) });
  for (let index = 0; index < 100; index += 1)
    expect(draw(index)).toEqual({ nodeId: 'n1', output: 'v2', why: 'winner' });
});

it.each([
  ['of another split', new Map([['n2', 'v1']])],
  ['that is gone', new Map([['n1', 'v9']])],
])('[E86] a winner %s changes nothing', (_, winners) => {
  const [plain, draw] = [split('n1', [50, 50]), split('n1', [50, 50], { startedAt: 0, winners })];
  for (let index = 0; index < 100; index += 1) expect(draw(index)).toEqual(plain(index));
});

it('[E86] whatever the weights that add up to 100, everyone leaves by a variant that has one', () => {
  const anyWeights = fc
    .array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 9 })
    .map((bounds) => [0, ...bounds.toSorted((one, other) => one - other), 100])
    .map((bounds) => bounds.slice(1).map((bound, index) => bound - (bounds[index] ?? 0)));
  fc.assert(
    fc.property(anyWeights, fc.nat(), (weights, index) => {
      const { output } = split('n1', weights)(index);
      expect(weights[Number(output?.slice(1))]).toBeGreaterThan(0);
    }),
  );
});
