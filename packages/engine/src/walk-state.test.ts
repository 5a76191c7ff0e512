import { expect, it } from 'vitest';
import type { ScenarioDocument } from '@curlew/scenario';
import {
  createCustomerFacts,
  createFlow,
  createMessageFacts,
  createNode,
  createSmsNode,
  messagesOf,
} from '@curlew/testkit';
import { walk, type CustomerFacts, type WalkInput, type WalkResult } from './index.ts';

const facts = createMessageFacts();
const { now } = facts;
const customer = createCustomerFacts();
const dayMs = 86_400_000;
const url = 'https://shop.example/hook';
const note = (name: string, value: string) =>
  createNode('track_event', { event: name, properties: [{ name: 'v', type: 'text', value }] }, name);

const go = (
  document: ScenarioDocument,
  input: Partial<WalkInput>,
  { isForecast = false, moment = now }: { readonly isForecast?: boolean; readonly moment?: number } = {},
): WalkResult =>
  walk(document, { ...facts, now: moment }, { isForecast })({ nodeId: 'now', visit: 1, customer, ...input });
const pathOf = ({ moves }: WalkResult): string =>
  moves.map(({ nodeId, output }) => `${nodeId}:${output}`).join(' ');

const held = createFlow(
  [createNode('now'), note('a', 'x'), createNode('wait'), note('b', 'y')],
  [
    ['now', 'out', 'a'],
    ['a', 'out', 'wait'],
    ['wait', 'out', 'b'],
  ],
);

it('[E70] stops at a node that holds, and goes on from it at the same visit', () => {
  const first = go(held, {});
  expect(first).toMatchObject({
    nodeId: 'wait',
    visit: 3,
    isFinished: false,
    waitsUntil: now + dayMs,
    question: null,
  });
  expect(pathOf(first)).toBe('now:out a:out');
  expect(first.effects).toMatchObject([{ nodeId: 'a', visit: 2 }]);
  const { nodeId, visit } = first;
  const again = { nodeId, visit, reachedAt: now };
  for (const moment of [now, now + 5, now + dayMs - 1, now - 1e6])
    expect(go(held, again, { moment })).toMatchObject({
      nodeId,
      visit,
      moves: [],
      effects: [],
      waitsUntil: now + dayMs,
    });
  const last = go(held, again, { moment: now + dayMs });
  expect(pathOf(last)).toBe('wait:out b:out');
  expect(last).toMatchObject({
    nodeId: 'b',
    visit: 4,
    isFinished: true,
    waitsUntil: null,
    effects: [{ visit: 4 }],
  });
});

const asked = createFlow(
  [createNode('now'), note('a', 'x'), createNode('limit'), createNode('webhook', { url }), note('b', 'y')],
  [
    ['now', 'out', 'a'],
    ['a', 'out', 'limit'],
    ['limit', 'pass', 'webhook'],
    ['webhook', 'ok', 'b'],
  ],
);

it('[E71] stops at a question, and goes on with its answer from there', () => {
  const first = go(asked, {});
  expect(first).toMatchObject({
    nodeId: 'limit',
    visit: 3,
    question: { kind: 'limit', most: 1_000 },
    waitsUntil: null,
  });
  expect(first.effects).toHaveLength(1);
  const second = go(asked, { nodeId: 'limit', visit: 3, answer: { kind: 'limit', passes: true } });
  expect(second).toMatchObject({ nodeId: 'webhook', visit: 4, question: { kind: 'webhook' }, effects: [] });
  expect(pathOf(second)).toBe('limit:pass');
  const answer = { kind: 'webhook' as const, isOk: true, said: 200 };
  const third = go(asked, { nodeId: 'webhook', visit: 4, answer });
  expect(pathOf(third)).toBe('webhook:ok b:out');
  expect(third).toMatchObject({ visit: 5, isFinished: true, question: null });
});

it('[E71] an answer is for the node it stands at alone', () => {
  const two = createFlow(
    [createNode('limit', {}, 'l1'), createNode('limit', {}, 'l2')],
    [['l1', 'pass', 'l2']],
  );
  const result = go(two, { nodeId: 'l1', answer: { kind: 'limit', passes: true } });
  expect(result).toMatchObject({
    nodeId: 'l2',
    visit: 2,
    moves: [{ nodeId: 'l1' }],
    question: { kind: 'limit' },
  });
});

const round = createFlow(
  [
    createNode('now'),
    createNode('wait', { mode: 'event', event: 'x' }),
    note('a', 'x'),
    createNode('split', {}, 's'),
  ],
  [
    ['now', 'out', 'wait'],
    ['wait', 'timeout', 'a'],
    ['wait', 'event', 's'],
    ['a', 'out', 's'],
    ['s', 'a', 'wait'],
    ['s', 'b', 'wait'],
  ],
);

it('[E15] [E70] goes round to a Wait and is held there anew, and what happened before is over', () => {
  const moment = now + 4 * dayMs;
  const happened = { type: 'x', timestamp: now + 1, properties: {} };
  const result = go(
    round,
    { nodeId: 'wait', visit: 2, reachedAt: now, heldUntil: now + 3 * dayMs, happened },
    { moment },
  );
  expect(result).toMatchObject({
    nodeId: 'wait',
    visit: 4,
    waitsUntil: moment + 3 * dayMs,
    isFinished: false,
  });
  expect(result.moves.map(({ output }) => output)).toEqual(['event', expect.stringMatching(/^[ab]$/)]);
});

it('[E76] a walk that goes round and round ends after 10,000 nodes', () => {
  const at = (visit: number) =>
    go(round, { nodeId: 'wait', visit, reachedAt: now }, { moment: now + 3 * dayMs });
  expect(at(9_997)).toMatchObject({ visit: 10_000, isFinished: false, ending: null });
  expect(at(9_998)).toMatchObject({
    nodeId: 'wait',
    isFinished: true,
    waitsUntil: null,
    ending: { code: 'too_many_steps', message: expect.stringContaining('10,000') },
  });
  expect(at(9_998).moves.at(-1)).toEqual({ nodeId: 'wait', output: null });
});

it('[E46] a forecast holds nobody, and waits for nothing that happens', () => {
  const nodes = [
    createNode('now'),
    createNode('wait', { mode: 'event', event: 'x' }),
    createNode('silent_hours', { from: '00:00', to: '23:00' }),
    createSmsNode({
      silentHours: { of: 'own', value: { from: '00:00', to: '23:00', silentDays: [], timeZone: 'UTC' } },
    }),
  ];
  const line = createFlow(nodes, [
    ['now', 'out', 'wait'],
    ['wait', 'timeout', 'silent_hours'],
    ['silent_hours', 'out', 'sms-1'],
  ]);
  const result = go(line, {}, { isForecast: true });
  expect(pathOf(result)).toBe('now:out wait:timeout silent_hours:out sms-1:out');
  expect(result.moves[1]?.why).toBe(now + 3 * dayMs);
  expect(messagesOf(result).map(({ decision }) => decision.status)).toEqual(['enqueued']);
});

it('[E46] a forecast goes round no loop, also where questions stand in it', () => {
  expect(pathOf(go(round, {}, { isForecast: true }))).toMatch(/^now:out wait:timeout a:out s:[ab]$/);
  const loop = createFlow(
    [createNode('now'), createNode('limit'), createNode('webhook', { url }), createNode('wait')],
    [
      ['now', 'out', 'limit'],
      ['limit', 'pass', 'webhook'],
      ['webhook', 'ok', 'wait'],
      ['wait', 'out', 'limit'],
    ],
  );
  const passed: string[] = [];
  let result = go(loop, {}, { isForecast: true });
  for (let turn = 0; turn < 5 && result.question; turn += 1) {
    passed.push(...result.moves.map(({ nodeId }) => nodeId));
    const answer =
      result.question.kind === 'limit'
        ? { kind: 'limit' as const, passes: true }
        : { kind: 'webhook' as const, isOk: true, said: 200 };
    result = go(loop, { nodeId: result.nodeId, visit: result.visit, answer, passed }, { isForecast: true });
  }
  expect([...passed, ...result.moves.map(({ nodeId }) => nodeId)]).toEqual([
    'now',
    'limit',
    'webhook',
    'wait',
  ]);
  expect(result.isFinished).toBe(true);
});

it('[E74] the event that started it and the webhook answer are known to every node, and given back', () => {
  const document = createFlow(
    [note('a', '{{ event.n }} {{ webhook.n }}'), note('b', '{{ event.n }}')],
    [['a', 'out', 'b']],
  );
  const event = { type: 'x', timestamp: now, properties: { n: 1 } };
  const result = go(document, { nodeId: 'a', event, webhook: { n: 2 } });
  expect(result.effects).toMatchObject([{ properties: { v: '1 2' } }, { properties: { v: '1' } }]);
  expect(result.webhook).toEqual({ n: 2 });
  expect(go(document, { nodeId: 'a' })).not.toHaveProperty('webhook');
});

it('[E77] what is the same for everyone is told apart from what is not', () => {
  const draw = "{{ ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']|random }}";
  const texts = [
    'same',
    '{{ 24 * 3 }}',
    '{{ customer.n }}',
    '{{ customer_ids.registered }}',
    '{{ time }}',
    draw,
  ];
  const document = createFlow(
    texts.map((text, index) => note(`n${index}`, text)),
    texts.slice(1).map((_, index) => [`n${index}`, 'out', `n${index + 1}`] as const),
  );
  const people = ['1', '2', '3'].map((id): CustomerFacts => ({
    ...customer,
    id,
    attributes: { n: id },
    ids: { registered: [`r${id}`] },
  }));
  const valuesOf = (moment: number, person: CustomerFacts) =>
    go(document, { nodeId: 'n0', customer: person }, { moment }).effects.map((effect) =>
      effect.kind === 'event' ? effect.properties['v'] : null,
    );
  const all = [now, now + 60_000].flatMap((moment) => people.map((person) => valuesOf(moment, person)));
  const kinds = texts.map((_, index) => new Set(all.map((values) => values[index])).size);
  expect(kinds).toEqual([1, 1, 3, 3, 2, expect.any(Number)]);
  expect(kinds[5]).toBeGreaterThan(1);
  expect(all[0]?.slice(0, 5)).toEqual(['same', '72', '1', 'r1', String(now / 1_000)]);
});

it.each([
  ['{{ webhook|default("none")|string }}', { webhook: 'w' }, 'w'],
  ['{{ event|default("none")|length }}', { event: { type: 'x', timestamp: 0, properties: {} } }, '2'],
  ['{{ webhook|default("none") }}', {}, 'none'],
  ['{{ variables_of_theirs|default("none") }}', {}, 'mine'],
])('[E77] %j is rendered with what it reads', (template, input, value) => {
  const known = { ...facts, variables: { variables_of_theirs: 'mine' } };
  const result = walk(
    createFlow([note('a', template)]),
    known,
  )({ nodeId: 'a', visit: 1, customer, ...input });
  expect(result.effects).toMatchObject([{ properties: { v: value } }]);
});

it('[E77] a mistake is told with the names that could have been meant', () => {
  const { moves } = go(createFlow([createNode('webhook', { url: '{{ customer_id.registered }}' })]), {
    nodeId: 'webhook',
  });
  expect(moves[0]?.why).toContain('customer_ids');
});
