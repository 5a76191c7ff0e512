import { expect, it } from 'vitest';
import type { NodeOf } from '@curlew/scenario';
import { createCustomerFacts, createFlow, createMessageFacts, createNode } from '@curlew/testkit';
import { renderWebhookRequest, walk, type Answer, type WalkInput, type WebhookRequest } from '../index.ts';

type Settings = Partial<NodeOf<'webhook'>['settings']>;

const facts = createMessageFacts();
const url = 'https://shop.example/hook';
const go = (settings: Settings, input: Partial<WalkInput> = {}, attributes: Record<string, unknown> = {}) =>
  walk(
    createFlow([createNode('webhook', { url, ...settings })]),
    facts,
  )({ nodeId: 'webhook', visit: 3, customer: createCustomerFacts({ attributes }), ...input });

const requestOf = (settings: Settings, attributes?: Record<string, unknown>): WebhookRequest => {
  const { question } = go(settings, {}, attributes);
  if (question?.kind !== 'webhook') throw new Error('a request was expected');
  return question.request;
};

it('[E88] [E71] asks for its request, and does not move before the answer', () => {
  const result = go(
    {
      url: ' https://shop.example/{{ customer.id }}?a=b ',
      headers: [{ name: ' X-Token ', value: ' {{ project.name }} ' }],
      body: '{"n": {{ customer.n }}} \n',
      timeoutSeconds: 7,
    },
    {},
    { id: 'ž', n: 5 },
  );
  expect(result).toMatchObject({
    nodeId: 'webhook',
    visit: 3,
    isFinished: false,
    moves: [],
    effects: [],
    waitsUntil: null,
  });
  expect(result.question).toEqual({
    kind: 'webhook',
    request: {
      method: 'POST',
      url: 'https://shop.example/ž?a=b',
      headers: [
        { name: 'X-Token', value: 'Demo' },
        { name: 'Content-Type', value: 'application/json' },
      ],
      body: '{"n": 5} ',
      timeoutSeconds: 7,
    },
  });
});

it.each(['GET', 'DELETE'] as const)('[E88] %s has no body, and its template is not looked at', (method) => {
  expect(requestOf({ method, body: '{{ 1 // 0 }}' })).toMatchObject({ method, body: null, headers: [] });
});

it.each(['POST', 'PUT', 'PATCH'] as const)('[E88] %s has a body, of a type of its own or JSON', (method) => {
  expect(requestOf({ method, body: '' })).toMatchObject({
    body: '',
    headers: [{ name: 'Content-Type', value: 'application/json' }],
  });
  const headers = [{ name: 'content-type', value: 'text/plain' }];
  expect(requestOf({ method, body: 'x', headers })).toMatchObject({ body: 'x', headers });
});

it('[E88] header values have no blanks around them and may be empty', () => {
  const headers = [
    { name: 'A', value: ' \t x\ty \n ' },
    { name: 'B', value: '{{ customer.missing }}' },
  ];
  expect(requestOf({ method: 'GET', headers }).headers).toEqual([
    { name: 'A', value: 'x\ty' },
    { name: 'B', value: '' },
  ]);
});

it('[E88] has nothing that no text can have', () => {
  const attributes = { n: 'a\0b\ud83d' };
  expect(requestOf({ body: '{{ customer.n }}' }, attributes).body).toBe('ab\ufffd');
  expect(requestOf({ url: `${url}?{{ customer.half }}` }, { half: '\ud83d' }).url).toBe(`${url}?\ufffd`);
});

const broken = '{{ 1 // 0 }}';
const line = '{{ customer.line }}';

it.each<[string, Settings, string, string, RegExp]>([
  ['the address', { url: broken }, 'template', 'url', /address.*line 1, column/],
  [
    'a header',
    {
      headers: [
        { name: 'A', value: 'a' },
        { name: 'B', value: broken },
      ],
    },
    'template',
    'headers.1.value',
    /“B”.*line 1/,
  ],
  ['the body', { body: `\n${broken}` }, 'template', 'body', /body.*line 2/],
  ['an address of nothing', { url: '{{ customer.missing }} ' }, 'address', 'url', /empty/],
  ['a line break in the address', { url: `${url}/${line}` }, 'address', 'url', /control character/],
  [
    'a line break in a header',
    { headers: [{ name: 'A', value: line }] },
    'header',
    'headers.0.value',
    /“A”.*control/,
  ],
  ['an address that is too long', { url: `${url}{{ 'x' * 9000 }}` }, 'too_long', 'url', /9025/],
  [
    'headers that are too long',
    { headers: [{ name: 'A', value: "{{ 'x' * 8000 }}" }] },
    'too_long',
    'headers.0.value',
    /8000/,
  ],
])('[E88] leaves by error where %s keeps the request back', (...[, settings, reason, field, message]) => {
  const customer = createCustomerFacts({ attributes: { line: 'a\r\nHost: b' } });
  const node = createNode('webhook', { url, ...settings });
  const rendered = renderWebhookRequest(node, { customer, facts });
  expect(rendered).toMatchObject({ ok: false, reason, field, message: expect.stringMatching(message) });
  const result = go(settings, {}, { line: 'a\r\nHost: b' });
  expect(result).toMatchObject({ question: null, isFinished: true, ending: null });
  expect(result.moves).toEqual([{ nodeId: 'webhook', output: 'error', why: expect.stringMatching(message) }]);
});

it.each<[string, Answer & { kind: 'webhook' }, unknown]>([
  ['ok', { kind: 'webhook', isOk: true, body: { a: 1 }, said: 200 }, 200],
  ['error', { kind: 'webhook', isOk: false, body: 'no', said: 404 }, 404],
  [
    'error',
    { kind: 'webhook', isOk: false, said: 'No answer within 10 seconds' },
    'No answer within 10 seconds',
  ],
  ['error', { kind: 'webhook', isOk: false, said: `${'x'.repeat(198)}\0😀yz` }, `${'x'.repeat(198)}…`],
])('[E88] leaves by %s', (output, answer, why) => {
  const result = go({ url: broken }, { answer, webhook: 'older' });
  expect(result.moves).toEqual([{ nodeId: 'webhook', output, why }]);
  expect(result.webhook).toEqual(answer.body ?? null);
});

const chain = createFlow(
  [
    createNode('webhook', { url }, 'w1'),
    createNode('set_attribute', {
      attributes: [{ name: 'heard', type: 'text', value: '{{ webhook.code|default("nothing") }}' }],
    }),
    createNode('webhook', { url: broken }, 'w2'),
    createNode('track_event', {
      event: 'e',
      properties: [{ name: 'heard', type: 'text', value: '{{ webhook.code|default("nothing") }}' }],
    }),
  ],
  [
    ['w1', 'ok', 'set_attribute'],
    ['w1', 'error', 'set_attribute'],
    ['set_attribute', 'out', 'w2'],
    ['w2', 'error', 'track_event'],
  ],
);

it.each<[string, Answer & { kind: 'webhook' }, string]>([
  ['what it was answered', { kind: 'webhook', isOk: true, body: { code: 'X1' }, said: 200 }, 'X1'],
  ['also by a failure', { kind: 'webhook', isOk: false, body: { code: 'E1' }, said: 500 }, 'E1'],
  ['nothing without an answer', { kind: 'webhook', isOk: false, said: 'timed out' }, 'nothing'],
])('[E75] later templates know %s, until the next webhook', (_, answer, heard) => {
  const input = { nodeId: 'w1', visit: 1, customer: createCustomerFacts(), webhook: { code: 'old' }, answer };
  const result = walk(chain, facts)(input);
  expect(result.effects).toMatchObject([
    { kind: 'attributes', values: { heard } },
    // The second was not even asked, so nobody has answered it.
    { kind: 'event', properties: { heard: 'nothing' } },
  ]);
  expect(result.webhook).toBeNull();
});

it('[E71] what is no answer to the question is asked again', () => {
  expect(go({}, { answer: { kind: 'limit', passes: true } })).toMatchObject({
    moves: [],
    question: { kind: 'webhook' },
  });
});
