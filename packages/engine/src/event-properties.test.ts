import { expect, it } from 'vitest';
import {
  createChain,
  createCustomerFacts,
  createMessageFacts,
  createSmsNode,
  messagesOf,
} from '@curlew/testkit';
import type { NamedValue } from '@curlew/scenario';
import { prepareMessage, renderEventProperties, walk } from './index.ts';

const render = (eventProperties: NamedValue[], customer = createCustomerFacts()) =>
  renderEventProperties(prepareMessage(createSmsNode({ eventProperties })), customer, createMessageFacts());

it.each([
  ['is too long', "{{ 'x' * 5001 }}"],
  ['takes too many steps', '{% for a in range(300) %}{% for b in range(300) %}{% endfor %}{% endfor %}x'],
])('[E41] leaves out what %s, long before a message would be', (_, value) => {
  expect(
    render([
      { name: 'large', type: 'text', value },
      { name: 'shop', type: 'text', value: 'here' },
    ]),
  ).toEqual({ shop: 'here' });
});

it('[E40] renders each value for the customer, read as its type', () => {
  const customer = createCustomerFacts({ attributes: { first_name: 'Jana', points: 12, tags: 'a, b' } });
  const properties = render(
    [
      { name: 'name', type: 'text', value: 'Hi {{ customer.first_name }} of {{ action.name }}' },
      { name: ' points ', type: 'number', value: '{{ customer.points * 2 }}' },
      { name: 'is_vip', type: 'boolean', value: '{{ customer.points > 10 }}' },
      { name: 'day', type: 'date', value: '2026-11-30' },
      { name: 'tags', type: 'list', value: '{{ customer.tags }}' },
      { name: '__proto__', type: 'text', value: 'mine' },
    ],
    customer,
  );
  expect(Object.entries(properties)).toEqual([
    ['name', 'Hi Jana of SMS'],
    ['points', 24],
    ['is_vip', true],
    ['day', '2026-11-30'],
    ['tags', ['a', 'b']],
    ['__proto__', 'mine'],
  ]);
});

it.each<[string, NamedValue]>([
  ['a template that cannot be rendered', { name: 'x', type: 'text', value: '{{ 1 // 0 }}' }],
  ['a template that is broken', { name: 'x', type: 'text', value: '{{ customer.' }],
  ['a value that is not of its type', { name: 'x', type: 'number', value: '{{ customer.first_name }}' }],
  ['nothing', { name: 'x', type: 'text', value: ' {{ customer.nickname }}\0 ' }],
  ['a name that Curlew writes itself', { name: ' status ', type: 'text', value: 'mine' }],
  ['no name', { name: ' ', type: 'text', value: 'mine' }],
])('[E41] leaves out %s, and keeps the others and the message', (_, property) => {
  const other: NamedValue = { name: 'other', type: 'text', value: 'kept' };
  expect(render([property, other])).toEqual({ other: 'kept' });
  const go = walk(createChain(1, { eventProperties: [property, other] }), createMessageFacts());
  const [effect] = go({ nodeId: 'now', visit: 1, customer: createCustomerFacts() }).effects;
  expect(effect).toMatchObject({ decision: { status: 'enqueued' }, properties: { other: 'kept' } });
});

it('[E40] gives properties also to a message that does not leave', () => {
  const eventProperties: NamedValue[] = [{ name: 'shop', type: 'text', value: '{{ project.name }}' }];
  const go = walk(createChain(1, { eventProperties }), createMessageFacts());
  const [effect] = go({
    nodeId: 'now',
    visit: 1,
    customer: createCustomerFacts({ isUnusable: true }),
  }).effects;
  expect(effect).toMatchObject({ decision: { status: 'suppressed' }, properties: { shop: 'Demo' } });
});

it('[E40] two readings of chance agree', () => {
  const value = "{{ ['red', 'green', 'blue', 'gold']|random }}";
  const node = createSmsNode({
    versions: [{ language: 'en', message: value }],
    eventProperties: [{ name: 'colour', type: 'text', value }],
  });
  const go = walk({ ...createChain(1), nodes: [node], edges: [] }, createMessageFacts());
  for (const id of ['1', '2', '3', '4', '5', '6']) {
    const [effect] = messagesOf(go({ nodeId: 'sms-1', visit: 1, customer: createCustomerFacts({ id }) }));
    if (effect?.decision.status !== 'enqueued') throw new Error('a message was expected');
    expect(effect.properties).toEqual({ colour: effect.decision.text });
  }
});
