import { expect, it } from 'vitest';
import type { CustomerFilter, FilterCondition, NodeOf, ScenarioNode } from '@curlew/scenario';
import {
  createCustomerFacts,
  createFlow,
  createMessageFacts,
  createNode,
  createProjectFacts,
} from '@curlew/testkit';
import { walk, type CustomerFacts, type WalkInput, type WalkResult } from '../index.ts';

const at = (text: string): number => Date.parse(text);
const now = at('2026-11-22T08:00Z');

const go = (
  node: ScenarioNode,
  { customer = createCustomerFacts(), ...input }: Partial<WalkInput> = {},
  { moment = now, startedAt = moment }: { readonly moment?: number; readonly startedAt?: number } = {},
): WalkResult => {
  const facts = createMessageFacts({
    now: moment,
    project: createProjectFacts({ timeZone: 'Europe/Bratislava' }),
  });
  return walk(createFlow([node]), facts, { run: { startedAt } })({
    nodeId: node.id,
    visit: 1,
    customer,
    ...input,
  });
};
const of = (attributes: Record<string, unknown>, more: Partial<CustomerFacts> = {}): CustomerFacts =>
  createCustomerFacts({ attributes, ...more });

it.each(['now', 'repeat', 'on_event', 'date_attribute', 'api'] as const)(
  '[E80] the trigger %s lets go whom it enrolled, at once',
  (kind) => {
    expect(go(createNode(kind))).toMatchObject({
      isFinished: true,
      moves: [{ nodeId: kind, output: 'out' }],
    });
  },
);

it.each<[string, Record<string, unknown>, string | null, string]>([
  ['of their own zone', { time_zone: 'America/New_York' }, null, '2026-11-23T14:00Z'],
  ['of their phone', {}, 'AU', '2026-11-22T22:00Z'],
  ['of the project', { time_zone: 5 }, null, '2026-11-23T08:00Z'],
])('[E80] On date holds everyone until the moment %s', (...[, attributes, country, moment]) => {
  const node = createNode('on_date', { date: '2026-11-23', time: '09:00', timeZone: 'customer' });
  const phone = { raw: '1', e164: '+61', isUs: false, country };
  const customer = of(attributes, { phone });
  expect(go(node, { customer })).toMatchObject({ waitsUntil: at(moment), moves: [], visit: 1 });
  const arrived = { moment: at(moment), startedAt: now };
  expect(go(node, { customer, reachedAt: now }, arrived).moves).toEqual([
    { nodeId: 'on_date', output: 'out', why: at(moment) },
  ]);
});

it('[E80] [E72] whose moment was past when the run started goes no further', () => {
  const node = createNode('on_date', { date: '2026-11-22', time: '09:00', timeZone: 'project' });
  const moment = at('2026-11-22T08:00Z');
  const passes = { isFinished: true, ending: null, moves: [{ output: 'out' }] };
  expect(go(node, {}, { moment, startedAt: moment })).toMatchObject(passes);
  expect(go(node, {}, { moment: moment + 9e9, startedAt: moment })).toMatchObject(passes);
  expect(go(node, {}, { moment, startedAt: moment + 1 })).toMatchObject({
    isFinished: true,
    ending: { code: 'moment_past' },
    moves: [{ nodeId: 'on_date', output: null, why: moment }],
  });
});

it('[E80] whoever was held when a new version took the place of theirs goes on, also late', () => {
  const node = createNode('on_date', { date: '2026-11-22', time: '09:00', timeZone: 'project' });
  const moment = at('2026-11-22T08:00Z');
  const held = { reachedAt: moment - 9e6 };
  expect(go(node, held, { moment: moment + 9e6, startedAt: moment + 1 })).toMatchObject({
    isFinished: true,
    ending: null,
    moves: [{ output: 'out', why: moment }],
  });
});

const ask = (...conditions: FilterCondition[]): ScenarioNode => {
  const filter: CustomerFilter = { match: 'all', groups: [{ match: 'all', conditions }] };
  return createNode('condition', { filter });
};
const has = (property: string): FilterCondition => ({
  kind: 'attribute',
  property,
  type: 'text',
  operator: 'is_set',
  values: [],
});

it.each<[unknown, string, unknown]>([
  ['gold', 'match', 'gold'],
  [5, 'match', 5],
  [false, 'match', false],
  [null, 'no_match', null],
  [undefined, 'no_match', null],
  [{ a: [1] }, 'match', '{"a":[1]}'],
  ['a\0b', 'match', 'ab'],
  [`${'x'.repeat(58)}😀yz`, 'match', `${'x'.repeat(58)}…`],
  ['y'.repeat(60), 'match', 'y'.repeat(60)],
])('[E81] [E73] a Condition on %j leaves by %s, and keeps what decided it', (tier, output, value) => {
  const customer = of(tier === undefined ? {} : { tier });
  expect(go(ask(has('tier')), { customer }).moves).toEqual([
    { nodeId: 'condition', output, why: ['0.0', value] },
  ]);
});

it('[E81] asks about attributes as they are stored, events and consents', () => {
  const customer = of(
    { tier: { not: 'this' } },
    {
      stored: { tier: '' },
      events: [{ type: 'visit', timestamp: now, properties: {} }],
      grantedConsents: new Set(['c']),
    },
  );
  const event: FilterCondition = {
    kind: 'event',
    event: 'visit',
    did: true,
    atLeast: 1,
    withinDays: 1,
    where: [],
  };
  const consent: FilterCondition = { kind: 'consent', categoryId: 'c', isGranted: true };
  expect(go(ask(has('tier')), { customer }).moves[0]?.output).toBe('no_match');
  expect(go(ask(event, consent), { customer }).moves).toEqual([{ nodeId: 'condition', output: 'match' }]);
  expect(go(ask(event)).moves[0]?.output).toBe('no_match');
  // Nothing is asked: everyone meets it, and nothing has decided it.
  expect(go(createNode('condition')).moves).toEqual([{ nodeId: 'condition', output: 'match' }]);
});

const night = (settings: Partial<NodeOf<'silent_hours'>['settings']> = {}): ScenarioNode =>
  createNode('silent_hours', { from: '21:00', to: '08:00', timeZone: 'project', ...settings });

it.each<[string, ScenarioNode, string, string | null]>([
  ['before midnight', night(), '2026-11-22T20:00Z', '2026-11-23T07:00Z'],
  ['after midnight', night(), '2026-11-23T00:30Z', '2026-11-23T07:00Z'],
  ['by day', night(), '2026-11-22T12:00Z', null],
  ['just before its end', night(), '2026-11-23T06:59:59.999Z', '2026-11-23T07:00Z'],
  ['at its end', night(), '2026-11-23T07:00Z', null],
  ['on a silent day', night({ silentDays: ['sun'] }), '2026-11-22T12:00Z', '2026-11-23T07:00Z'],
  [
    'on two silent days',
    night({ from: '00:00', to: '00:00', silentDays: ['sat', 'sun'] }),
    '2026-11-21T12:00Z',
    '2026-11-22T23:00Z',
  ],
  ['where it is never silent', night({ from: '09:00', to: '09:00' }), '2026-11-22T08:00Z', null],
])('[E85] Silent hours %s', (...[, node, moment, until]) => {
  const result = go(node, {}, { moment: at(moment) });
  expect(result.waitsUntil).toBe(until === null ? null : at(until));
  expect(result.moves).toEqual(until === null ? [{ nodeId: 'silent_hours', output: 'out' }] : []);
});

it('[E85] who is asked about late, in another silence, is held again', () => {
  const reachedAt = at('2026-11-22T20:00Z');
  const late = at('2026-11-23T21:00Z');
  expect(go(night(), { reachedAt }, { moment: late }).waitsUntil).toBe(at('2026-11-24T07:00Z'));
  const day = at('2026-11-24T07:00Z');
  expect(go(night(), { reachedAt }, { moment: day }).moves).toEqual([
    { nodeId: 'silent_hours', output: 'out', why: day },
  ]);
});

it('[E87] [E71] a Limit asks whether one more may pass', () => {
  const node = createNode('limit', { most: 5 });
  expect(go(node)).toMatchObject({
    isFinished: false,
    moves: [],
    question: { kind: 'limit', most: 5 },
    waitsUntil: null,
  });
  for (const passes of [true, false])
    expect(go(node, { answer: { kind: 'limit', passes } })).toMatchObject({
      isFinished: true,
      question: null,
      moves: [{ nodeId: 'limit', output: passes ? 'pass' : 'full' }],
    });
  const answer = { kind: 'webhook' as const, isOk: true, said: 200 };
  expect(go(node, { answer })).toMatchObject({ moves: [], question: { kind: 'limit' } });
});
