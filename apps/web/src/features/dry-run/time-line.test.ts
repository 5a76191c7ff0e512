import { describe, expect, it } from 'vitest';
import type { DryLife } from '@curlew/contract';
import { addNode, emptyDocument } from '@curlew/scenario';
import { newScript } from './dry-run-store.ts';
import { changeReceipt, reactTo, receiptOf } from './react-to-message.ts';
import { describeStanding, momentsOf, writeTimeLine } from './time-line.ts';

const withNow = addNode(emptyDocument(), { kind: 'now', id: 'now', position: { x: 0, y: 0 } });
const document = addNode(withNow, { kind: 'condition', id: 'ask', position: { x: 0, y: 0 } });

const walk = {
  triggerId: 'now',
  enteredAt: 10,
  nodeId: 'ask',
  isFinished: true,
  ending: null,
  waitsUntil: null,
  waitsFor: null,
};
const life: DryLife = {
  customerId: null,
  name: 'Jana',
  timeZone: 'UTC',
  walks: [walk],
  steps: [
    { walk: 0, at: 10, nodeId: 'now', visit: 1, output: 'out' },
    { walk: 0, at: 30, nodeId: 'ask', visit: 2, output: 'match' },
  ],
  messages: [],
  changes: [],
  events: [
    { at: 10, type: 'campaign', by: 'message', nodeId: 'ask', status: 'sent' },
    { at: 20, type: 'campaign', by: 'message', nodeId: 'ask', status: 'clicked' },
    { at: 25, type: 'buy', by: 'script', nodeId: null, status: null },
  ],
  isCut: false,
};

it('tells what happened in order, each step by the name of its node and of its output', () => {
  const names = document.nodes.map(({ name }) => name);
  expect(writeTimeLine(life, document).map(({ words }) => words)).toEqual([
    names[0],
    `Customer clicked (${names[1]})`,
    'Event “buy”',
    `${names[1]}: Match`,
  ]);
});

it('goes from the first moment to the last that was played', () => {
  expect(momentsOf([life], { startsAt: 5, playedUntil: 90 })).toEqual([5, 10, 25, 30, 90]);
});

it.each([
  [{ isFinished: true }, 'Ends at Condition'],
  [{ isFinished: false, waitsUntil: 7 }, 'Waits at Condition until 7'],
  [
    { isFinished: false, waitsUntil: 7, waitsFor: 'buy' },
    'Waits at Condition for “buy”, until 7 at the latest',
  ],
])('says how a walk stands: %o', (state, words) => {
  const named = { ...document, nodes: document.nodes.map((node) => ({ ...node, name: 'Condition' })) };
  expect(describeStanding({ ...walk, ...state }, named, String)).toBe(words);
});

describe('reactions', () => {
  it('what is chosen for a message takes the place of what was', () => {
    const once = reactTo(newScript(), { nodeId: 'ask' }, { kind: 'replied', text: 'yes' });
    const twice = reactTo(once, { nodeId: 'ask' }, { kind: 'clicked' });
    const failed = reactTo(twice, { nodeId: 'ask' }, { kind: 'failed' });
    expect(failed.reactions.map(({ nodeId, kind }) => [nodeId, kind])).toEqual([
      [null, 'delivered'],
      ['ask', 'replied'],
      ['ask', 'clicked'],
      ['ask', 'failed'],
    ]);
  });

  it('the word about all messages is one', () => {
    const failed = changeReceipt(newScript(), 'failed');
    expect(receiptOf(failed)).toBe('failed');
    expect(receiptOf(changeReceipt(failed, 'nothing'))).toBe('nothing');
  });
});
