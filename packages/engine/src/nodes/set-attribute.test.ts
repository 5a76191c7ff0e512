import { expect, it } from 'vitest';
import type { NamedValue } from '@curlew/scenario';
import { createCustomerFacts, createSmsNode, messagesOf } from '@curlew/testkit';
import type { CustomerFacts, MessageFacts } from '../index.ts';
import { factsOf, having, pass, set, track, value } from '../testing/walk-nodes.ts';

it('[E90] writes in order, so that a later value sees those before it', () => {
  const node = set(
    value('n', '{{ customer.n + 1 }}', 'number'),
    value('n2', '{{ customer.n * 2 }}', 'number'),
    value(' a ', ''),
    value('had', '{{ customer.a is defined }}', 'boolean'),
  );
  const before = { n: 1, a: 'x', kept: [1] };
  const { effects, customer, moves } = pass([node], having(before));
  expect(effects).toEqual([
    { kind: 'attributes', nodeId: 'n0', visit: 1, values: { n: 2, n2: 4, a: null, had: false } },
  ]);
  const after = { n: 2, kept: [1], n2: 4, had: false };
  expect(customer).toMatchObject({ attributes: after, stored: after });
  expect(customer.attributes).not.toHaveProperty('a');
  expect(moves).toEqual([{ nodeId: 'n0', output: 'out' }]);
  // What was given is as it was.
  expect(before).toEqual({ n: 1, a: 'x', kept: [1] });
});

it.each<[NamedValue, unknown]>([
  [value('x', ' a b '), 'a b'],
  [value('x', '{{ 0.5 }}', 'number'), 0.5],
  [value('x', '{{ 1 == 1 }}', 'boolean'), true],
  [value('x', '2026-02-28', 'date'), '2026-02-28'],
  [value('x', 'a, b,', 'list'), ['a', 'b']],
  [value('x', '["a\\u0000b\\ud83d", 1]', 'list'), ['ab\ufffd', 1]],
  [value('x', '{{ customer.odd }}'), 'a\ufffdb'],
  [value('x', '{{ customer.nul }}'), null],
])('[E92] of %j it writes %j', (named, written) => {
  const { effects } = pass([set(named)], having({ odd: 'a\0\ud83db', nul: '\0', x: 'old' }));
  expect(effects).toMatchObject([{ values: { x: written } }]);
});

it('[E90] tells what it could not write, and writes the rest', () => {
  const fails = [
    value('a', '{{ 1 // 0 }}'),
    value('b', 'many', 'number'),
    value('c', '2026-02-30', 'date'),
    value('d', '{{'),
  ];
  const { effects, moves, customer } = pass([set(...fails, value('e', '1'))], having({ a: 1 }));
  expect(effects).toMatchObject([{ values: { e: '1' } }]);
  expect(moves).toEqual([{ nodeId: 'n0', output: 'out', why: ['a', 'b', 'c', 'd'] }]);
  expect(customer.attributes).toEqual({ a: 1, e: '1' });
  const unchanged = having({ a: 1 });
  expect(pass([set(...fails)], unchanged)).toMatchObject({ effects: [], customer: unchanged });
});

it('[E92] a name is a name, whatever it is', () => {
  const names = ['__proto__', 'constructor', 'toString'];
  const { effects, customer } = pass(
    [set(...names.map((name) => value(name, 'x')), value('p', "{{ customer['__proto__'] }}"))],
    having({}),
  );
  for (const written of [
    customer.attributes,
    customer.stored,
    effects[0]?.kind === 'attributes' ? effects[0].values : {},
  ]) {
    expect(Object.keys(written ?? {})).toEqual([...names, 'p']);
    expect(Object.getPrototypeOf(written)).toBe(Object.prototype);
    expect(Object.values(written ?? {})).toEqual(['x', 'x', 'x', 'x']);
  }
  const gone = pass([set(value('__proto__', ''))], customer);
  expect(Object.keys(gone.customer.attributes)).toEqual(['constructor', 'toString', 'p']);
  const tracked = pass([track(value('__proto__', 'x'))]);
  expect(Object.keys(tracked.customer.events?.at(-1)?.properties ?? {})).toEqual(['__proto__']);
});

it('[E91] a phone that is written is the one that messages of the walk go to', () => {
  const readPhone: MessageFacts['readPhone'] = (raw) => ({
    raw: typeof raw === 'string' ? raw : null,
    e164: raw === '+421 901' ? '+421901' : null,
    isUs: false,
    country: raw === '+421 901' ? 'SK' : null,
  });
  const at = (text: string, customer?: CustomerFacts, facts = factsOf({ readPhone })) =>
    messagesOf(pass([set(value('phone', text)), createSmsNode()], customer, facts))[0]?.decision;
  expect(at('+421 901')).toMatchObject({ status: 'enqueued', recipient: '+421901' });
  expect(at('nonsense')).toMatchObject({ type: 'invalid_phone' });
  expect(at('')).toMatchObject({ type: 'no_phone' });
  // Of the new number nobody has said that it cannot be reached.
  expect(at('+421 901', createCustomerFacts({ isUnusable: true }))).toMatchObject({ status: 'enqueued' });
  const same = createCustomerFacts({
    isUnusable: true,
    phone: { raw: '00421901', e164: '+421901', isUs: false },
  });
  expect(at('+421 901', same)).toMatchObject({ type: 'invalid_contact' });
  // Where phones cannot be read, it stays what it was.
  expect(at('+421 901', undefined, factsOf())).toMatchObject({ recipient: '+447700900123' });
});
