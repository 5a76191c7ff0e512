import { expect, it } from 'vitest';
import { connect, createChain } from '@curlew/testkit';
import { nodeKinds } from './node-kinds.ts';
import type { NodeOf } from './node.ts';
import { triggerEventsOf } from './trigger-events.ts';

const trigger = (id: string, event: string): NodeOf<'on_event'> => ({
  id,
  number: 90,
  name: '',
  position: { x: 0, y: 0 },
  kind: 'on_event',
  settings: { ...nodeKinds.on_event.defaults(), event },
});

it('[N93] tells the events that lead to a node, each once', () => {
  const chain = createChain(2);
  const triggers = [
    trigger('a', 'purchase'),
    trigger('b', ' purchase '),
    trigger('c', ''),
    trigger('d', 'visit'),
  ];
  const document = { ...chain, nodes: [...chain.nodes, ...triggers] };
  const connected = connect(connect(connect(document, 'a', 'sms-1'), 'b', 'sms-1'), 'c', 'sms-1');
  const all = connect(connected, 'd', 'sms-2');
  expect(triggerEventsOf(all, 'sms-1')).toEqual(['purchase']);
  expect(triggerEventsOf(all, 'sms-2')).toEqual(['purchase', 'visit']);
  expect(triggerEventsOf(chain, 'sms-1')).toEqual([]);
});
