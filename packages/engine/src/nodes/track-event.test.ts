import { expect, it } from 'vitest';
import { createNode } from '@curlew/testkit';
import { now, pass, track, value } from '../testing/walk-nodes.ts';

it('[E93] adds an event now, which later conditions of the walk see', () => {
  const did = createNode('condition', {
    filter: {
      match: 'all',
      groups: [
        {
          match: 'all',
          conditions: [{ kind: 'event', event: 'seen', did: true, atLeast: 1, withinDays: 1, where: [] }],
        },
      ],
    },
  });
  const node = {
    ...track(
      value('n', '{{ customer.first_name }}'),
      value('left out', '{{ customer.x }}'),
      value('bad', 'x', 'number'),
    ),
  };
  const { effects, moves, customer } = pass([node, did]);
  const event = { type: 'seen', properties: { n: 'Jana' } };
  expect(effects).toEqual([{ kind: 'event', nodeId: 'n0', visit: 1, mayTrigger: false, ...event }]);
  expect(customer.events).toEqual([{ ...event, timestamp: now }]);
  expect(moves).toEqual([
    { nodeId: 'n0', output: 'out', why: ['bad'] },
    { nodeId: 'n1', output: 'match', why: ['0.0', null] },
  ]);
  expect(pass([did]).moves).toMatchObject([{ output: 'no_match' }]);
  const mayTrigger = { ...node, settings: { ...node.settings, mayTrigger: true } };
  expect(pass([mayTrigger]).effects).toMatchObject([{ mayTrigger: true }]);
});
