import { expect, it } from 'vitest';
import type { NamedValue, ScenarioNode } from '@curlew/scenario';
import {
  createCustomerFacts,
  createFlow,
  createMessageFacts,
  createNode,
  createProjectFacts,
  createSmsNode,
  messagesOf,
} from '@curlew/testkit';
import { walk, type CustomerFacts, type MessageFacts, type WalkResult } from '../index.ts';

const value = (name: string, text: string, type: NamedValue['type'] = 'text'): NamedValue => ({
  name,
  type,
  value: text,
});
const set = (...attributes: NamedValue[]) => createNode('set_attribute', { attributes });
const track = (...properties: NamedValue[]) => createNode('track_event', { event: ' seen ', properties });

const now = Date.parse('2026-11-22T08:00Z');
const factsOf = (more: Partial<MessageFacts> = {}) => createMessageFacts({ now, ...more });

/** Walks through nodes that follow each other. */
const pass = (
  nodes: readonly ScenarioNode[],
  customer: CustomerFacts = createCustomerFacts(),
  facts = factsOf(),
): WalkResult => {
  const named = nodes.map((node, index) => ({ ...node, id: `n${index}` }));
  const edges = named.slice(1).map(({ id }, index) => [`n${index}`, 'out', id] as const);
  return walk(createFlow(named, edges), facts)({ nodeId: 'n0', visit: 1, customer });
};
const having = (attributes: Record<string, unknown>, more: Partial<CustomerFacts> = {}) =>
  createCustomerFacts({ attributes, stored: attributes, ...more });

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

it('[E74] what is written decides the zone, the language and the conditions that follow', () => {
  const condition = createNode('condition', {
    filter: {
      match: 'all',
      groups: [
        {
          match: 'all',
          conditions: [
            { kind: 'attribute', property: 'tier', type: 'text', operator: 'is', values: ['gold'] },
          ],
        },
      ],
    },
  });
  expect(pass([set(value('tier', 'gold')), condition]).moves.at(-1)).toMatchObject({
    output: 'match',
    why: ['0.0', 'gold'],
  });
  const silent = createNode('silent_hours', { from: '09:00', to: '10:00' });
  expect(pass([set(value('time_zone', 'Europe/Bratislava')), silent]).waitsUntil).toBe(
    Date.parse('2026-11-22T09:00Z'),
  );
  const sms = createSmsNode({
    versions: [
      { language: 'en', message: 'Hello' },
      { language: 'sk', message: 'Ahoj' },
    ],
  });
  expect(messagesOf(pass([set(value('language', 'sk')), sms]))[0]?.decision).toMatchObject({ text: 'Ahoj' });
});

const told = (wanted: string, event = 'campaign') =>
  createNode('condition', {
    filter: {
      match: 'all',
      groups: [
        {
          match: 'all',
          conditions: [
            {
              kind: 'event',
              event,
              did: true,
              atLeast: 1,
              withinDays: 1,
              where: [{ property: 'status', type: 'text', operator: 'is', values: [wanted] }],
            },
          ],
        },
      ],
    },
  });

it.each<[string, Partial<CustomerFacts>]>([
  ['enqueued', {}],
  ['suppressed', { isUnusable: true }],
])('[E74] that a message was %s is known to the condition after it', (status, more) => {
  const customer = createCustomerFacts({ events: [], ...more });
  const last = (wanted: string) => pass([createSmsNode(), told(wanted)], customer).moves.at(-1)?.output;
  expect([last(status), last('sent')]).toEqual(['match', 'no_match']);
});

it.each([
  [undefined, 'campaign', 'match'],
  ['text_message', 'text_message', 'match'],
  ['text_message', 'campaign', 'no_match'],
  ['campaign', 'text_message', 'no_match'],
])('[E47] events named %s are met by a condition on %s: %s', (campaignEvent, asked, output) => {
  const facts = factsOf(campaignEvent === undefined ? {} : { campaignEvent });
  const { moves } = pass(
    [createSmsNode(), told('enqueued', asked)],
    createCustomerFacts({ events: [] }),
    facts,
  );
  expect(moves.at(-1)?.output).toBe(output);
});

it('[E74] what the project takes for a date is one for later templates, and stored as it was written', () => {
  const nodes = [
    set(value('due', '2026-11-30', 'date')),
    track(value('d', "{{ customer.due|date('%d.%m.') }}")),
  ];
  const { customer } = pass(nodes, having({}), factsOf({ dateAttributes: new Set(['due']) }));
  expect(customer.stored).toEqual({ due: '2026-11-30' });
  expect(customer.attributes['due']).not.toBe('2026-11-30');
  expect(
    pass([set(value('due', 'soon'))], having({}), factsOf({ dateAttributes: new Set(['due']) })).customer
      .attributes,
  ).toEqual({ due: 'soon' });
});

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

const categoryId = '01a20242-d422-714d-a856-e14b220af4dd';
const consent = (action: 'grant' | 'revoke', validDays: number | null = null) =>
  createNode('change_consent', { categoryId, action, validDays });
const sms = createSmsNode({ consentCategoryId: categoryId });
const granted = createCustomerFacts({ grantedConsents: new Set([categoryId, 'other']) });
const fateOf = (result: WalkResult): string | undefined => {
  const decision = messagesOf(result)[0]?.decision;
  return decision?.status === 'enqueued' ? 'sent' : decision?.type;
};

it('[E94] gives or revokes a consent, and messages of the walk follow it', () => {
  const given = pass([consent('grant'), sms]);
  expect(given.effects[0]).toEqual({
    kind: 'consent',
    nodeId: 'n0',
    visit: 1,
    categoryId,
    isGranted: true,
    validUntil: null,
  });
  expect(fateOf(given)).toBe('sent');
  expect(pass([consent('grant', 30)]).effects).toMatchObject([{ validUntil: now + 30 * 86_400_000 }]);
  const revoked = pass([consent('revoke', 30), sms], granted);
  expect(revoked.effects[0]).toMatchObject({ isGranted: false, validUntil: null });
  expect(fateOf(revoked)).toBe('consent');
  expect(revoked.customer.grantedConsents).toEqual(new Set(['other']));
  expect(granted.grantedConsents).toEqual(new Set([categoryId, 'other']));
});

it.each(['grant', 'revoke'] as const)('[E94] General takes no consent: %s changes nothing', (action) => {
  const facts = factsOf({ project: createProjectFacts({ generalCategories: new Set([categoryId]) }) });
  const result = pass([consent(action), sms], undefined, facts);
  expect(result.moves[0]).toEqual({ nodeId: 'n0', output: 'out', why: 'general_category' });
  expect(result.effects).toHaveLength(1);
  expect(fateOf(result)).toBe('sent');
});

it.each(['grant', 'revoke'] as const)('[E94] a category that was deleted takes none: %s', (action) => {
  const facts = factsOf({ project: createProjectFacts({ consentCategories: new Set(['other']) }) });
  const result = pass([consent(action), sms], undefined, facts);
  expect(result.moves[0]).toEqual({ nodeId: 'n0', output: 'out', why: 'deleted_category' });
  expect(fateOf(result)).toBe('consent');
  const there = factsOf({ project: createProjectFacts({ consentCategories: new Set([categoryId]) }) });
  expect(pass([consent(action)], undefined, there).effects).toHaveLength(1);
});

it('[E94] a node without a category is a bug', () => {
  expect(() => pass([createNode('change_consent')])).toThrow('n0');
});
