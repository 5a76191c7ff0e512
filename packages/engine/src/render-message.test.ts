import { HostRefusal, decimal } from '@curlew/jinja';
import { expect, it } from 'vitest';
import type { SmsSettings } from '@curlew/scenario';
import { createCustomerFacts, createMessageFacts, createProjectFacts, createSmsNode } from '@curlew/testkit';
import {
  createRenderContext,
  decideMessage,
  identityTokenLength,
  prepareMessage,
  renderEventProperties,
  renderMessage,
  sampleIdentityToken,
  type CustomerFacts,
  type MessageFacts,
} from './index.ts';

const renderText = (
  message: string,
  customer: CustomerFacts = createCustomerFacts(),
  facts: MessageFacts = createMessageFacts(),
): string => {
  const node = createSmsNode({ versions: [{ language: 'en', message }] });
  const { body } = renderMessage(prepareMessage(node), customer, facts);
  return body.ok ? body.text : `ERROR ${body.message}`;
};

it.each([
  ['{{ customer.first_name }} {{ customer["first_name"] }}', 'Jana Jana'],
  ['{{ customer_ids.registered }}', 'jana@example.com'],
  ['{{ project.name }} {{ project.id }}', 'Demo 01a20242-d422-714d-a856-e14b220af4db'],
  ['{{ scenario.name }} {{ scenario.id }}', 'Summer sale 01a20242-d422-714d-a856-e14b220af4dc'],
  ['{{ action.name }} {{ action.id }}', 'SMS 2'],
  ['{{ time }}', '1795334400'],
  ['[{{ customer.nickname }}{{ nothing }}]', '[]'],
])('[E7] %s', (message, text) => {
  expect(renderText(message)).toBe(text);
});

it('[E7] tells a template nothing else', () => {
  const context = createRenderContext(createSmsNode(), createCustomerFacts(), createMessageFacts());
  expect(Object.keys(context)).toEqual(['customer', 'project', 'scenario', 'action', 'time', 'customer_ids']);
  expect(context['project']).toEqual({ id: expect.any(String), name: 'Demo' });
});

const asked: string[] = [];
const ask = <T>(name: string, answer: T): T => {
  asked.push(name);
  return answer;
};
const richFacts = createMessageFacts({
  event: {
    type: 'purchase',
    timestamp: Date.UTC(2026, 10, 22, 8),
    properties: { total: decimal(20), type: 'gift' },
  },
  webhook: { data: { code: 'A1' } },
  variables: { shop: 'Heron', customer: 'hidden' },
  newIdentityToken: () => ask('token', 'tok'),
  sources: {
    consentPage: (id) => ask('page', `https://c.example/${id.slice(0, 3)}`),
    catalogItem: (catalog, id) =>
      ask('item', catalog === 'Shoes' && id === '7' ? { title: 'Boot' } : undefined),
    aggregate: (_, id) => ask('aggregate', id === 'orders' ? 3 : undefined),
    segmentation: (_, id) => ask('segment', id === 'value' ? 'high' : undefined),
  },
});

it.each([
  ["{{ event.total }} {{ event.type }} {{ event.timestamp|from_timestamp('%H:%M') }}", '20.0 gift 08:00'],
  ['{{ webhook.data.code }} {{ shop }} {{ customer.first_name }}', 'A1 Heron Jana'],
  ['{{ consent.page }}', 'https://c.example/01a'],
  ["{{ '?iitt=' ~ iitt }}", '?iitt=tok'],
  ["{{ catalogs.Shoes.item_by_id(7).title }} [{{ catalogs.Hats.item_by_id('1') }}]", 'Boot [None]'],
  ["{{ aggregates['orders'] }} {{ segmentations.value }} [{{ aggregates.nothing }}]", '3 high []'],
])('[E20] %s', (message, text) => {
  expect(renderText(message, createCustomerFacts(), richFacts)).toBe(text);
});

it('[E20] asks for nothing that a template does not use, and for nothing twice', () => {
  asked.length = 0;
  renderText('{{ customer.first_name }}', createCustomerFacts(), richFacts);
  expect(asked).toEqual([]);
  renderText('{{ iitt }}{{ iitt }}', createCustomerFacts(), richFacts);
  expect(asked).toEqual(['token']);
});

it('[E20] makes a template error of a refusal', () => {
  const refuse = (): string => {
    throw new HostRefusal('a test message has no page of consents');
  };
  const facts = createMessageFacts({ sources: { consentPage: refuse } });
  expect(renderText('{{ consent.page }}', createCustomerFacts(), facts)).toContain(
    'a test message has no page of consents',
  );
});

it('[E27] gives each message one token, as long as its sample, and none where identity is not transferred', () => {
  let made = 0;
  const newIdentityToken = (): string => `token${(made += 1)}`;
  const facts = createMessageFacts({ newIdentityToken });
  const render = (settings: Partial<SmsSettings>) =>
    renderMessage(prepareMessage(createSmsNode(settings)), createCustomerFacts(), facts);
  const versions = [{ language: 'en', message: 'a?iitt={{ iitt }}&{{ iitt }}' }];
  expect(render({ versions })).toMatchObject({
    body: { text: 'a?iitt=token1&token1' },
    identityToken: 'token1',
  });
  expect(render({ versions, identityTransfer: 'every_click' }).identityToken).toBe('token2');
  expect(render({ versions, identityTransfer: 'off' })).toMatchObject({
    body: { text: 'a?iitt=&' },
    identityToken: null,
  });
  expect(render({}).identityToken).toBeNull();
  expect(made).toBe(2);
  expect(sampleIdentityToken).toMatch(new RegExp(`^[A-Za-z0-9]{${identityTokenLength}}$`));
});

it('[E27] tells nothing but the message: no property of its events has the token', () => {
  const facts = createMessageFacts({ newIdentityToken: () => 'secret' });
  const prepared = prepareMessage(
    createSmsNode({ eventProperties: [{ name: 'who', type: 'text', value: '[{{ iitt }}]' }] }),
  );
  expect(renderEventProperties(prepared, createCustomerFacts(), facts)).toEqual({ who: '[]' });
});

it.each([
  ['one', ['a'], 'a'],
  ['several', ['a', 'b'], 'b of 2'],
  ['none', [], 'missing'],
])('[E8] %s of an id', (_, cookie, text) => {
  const message =
    '{% if customer_ids.cookie is not defined %}missing{% elif customer_ids.cookie is string %}{{ customer_ids.cookie }}' +
    '{% else %}{{ customer_ids.cookie[1] }} of {{ customer_ids.cookie|length }}{% endif %}';
  expect(renderText(message, createCustomerFacts({ ids: { cookie } }))).toBe(text);
});

const hostileNames = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '__defineGetter__',
  'valueOf',
];

it.each(hostileNames)('[E9] %s is a name like any other', (name) => {
  const message = `[{{ customer['${name}'] }}|{{ customer_ids['${name}'] }}|{{ ${name} }}|{{ project['${name}'] }}]`;
  const empty = createCustomerFacts({ attributes: {}, ids: {} });
  expect(renderText(message, empty)).toBe('[|||]');
  const attributes: Record<string, unknown> = JSON.parse(`{ "${name}": "mine" }`);
  const named = createCustomerFacts({ attributes, ids: Object.fromEntries([[name, ['id']]]) });
  expect(renderText(message, named)).toBe('[mine|id||]');
});

it('[E9] ids under such names do not become prototypes', () => {
  const ids = Object.fromEntries([['__proto__', ['a', 'b']]]);
  const context = createRenderContext(createSmsNode(), createCustomerFacts({ ids }), createMessageFacts());
  expect(Object.getPrototypeOf(context['customer_ids'])).toBe(Object.prototype);
  expect(Object.entries(context['customer_ids'] ?? {})).toEqual([['__proto__', ['a', 'b']]]);
});

const seen = createCustomerFacts({ attributes: { seen: new Date('2026-11-22T08:00:00Z') } });

it.each([
  ['Asia/Tokyo', '2026-11-22 17:00'],
  ['America/New_York', '2026-11-22 03:00'],
  ['UTC', '2026-11-22 08:00'],
])('[E10] writes a date in %s', (timeZone, text) => {
  const facts = createMessageFacts({ project: createProjectFacts({ timeZone }) });
  expect(renderText("{{ customer.seen.strftime('%Y-%m-%d %H:%M') }}", seen, facts)).toBe(text);
});

it('[E10] writes a date in UTC where the project has no zone', () => {
  const { timeZone: _, ...project } = createProjectFacts();
  const facts = createMessageFacts({ project });
  expect(renderText("{{ customer.seen.strftime('%H:%M') }}", seen, facts)).toBe('08:00');
});

it('[E11] draws the same for one customer, and evenly over customers', () => {
  const draw = (id: string): string =>
    renderText("{{ ['red', 'green', 'blue', 'gold']|random }}", createCustomerFacts({ id }));
  const drawn = Array.from({ length: 1_000 }, (_, index) => draw(`customer ${index}`));
  expect(Array.from({ length: 1_000 }, (_, index) => draw(`customer ${index}`))).toEqual(drawn);
  const counts = [...Map.groupBy(drawn, (colour) => colour).values()].map((group) => group.length);
  expect(counts).toHaveLength(4);
  expect(Math.min(...counts)).toBeGreaterThan(200);
});

it('[E12] picks the version by language and compiles it once', () => {
  const versions = [
    { language: 'en', message: 'Hello' },
    { language: 'pt', message: 'Olá' },
  ];
  const prepared = prepareMessage(createSmsNode({ versions }));
  expect(prepared.versionFor('pt-BR')).toMatchObject({ language: 'pt', message: { ok: true } });
  expect(prepared.versionFor('PT').message).toBe(prepared.versionFor('pt_PT').message);
  const customer = createCustomerFacts({ attributes: { language: 'pt-BR' } });
  expect(decideMessage(prepared, customer, createMessageFacts())).toMatchObject({
    text: 'Olá',
    language: 'pt',
  });
});

it('[E13] renders also what the gate refuses', () => {
  const node = createSmsNode({
    sender: ' {{ project.name }} ',
    versions: [{ language: 'en', message: 'Hi' }],
  });
  const prepared = prepareMessage(node);
  const customer = createCustomerFacts({ isUnusable: true });
  expect(decideMessage(prepared, customer, createMessageFacts()).status).toBe('suppressed');
  expect(renderMessage(prepared, customer, createMessageFacts())).toEqual({
    language: 'en',
    sender: { ok: true, text: 'Demo' },
    identityToken: null,
    links: [],
    body: { ok: true, text: 'Hi' },
  });
});

it.each([
  ['Hi\n{{ customer.first_name', /^line 2, column \d+: ./],
  ['Hi {{ 1 // 0 }}', /^line 1, column \d+: ./],
  ['{{ a.b.c }}', /^line 1, column \d+: ./],
])('[E13] says where %j goes wrong', (message, words) => {
  expect(renderText(message).replace('ERROR ', '')).toMatch(words);
});

it('[E21] sends no NUL', () => {
  const node = createSmsNode({
    sender: 'De\0mo',
    versions: [{ language: 'en', message: "a\0b{{ '\\x00' }}c" }],
  });
  const decision = decideMessage(prepareMessage(node), createCustomerFacts(), createMessageFacts());
  expect(decision).toMatchObject({ status: 'enqueued', sender: 'Demo', text: 'abc', encoding: 'GSM-7' });
});

it('[E21] sends no half of a character', () => {
  const node = createSmsNode({ versions: [{ language: 'en', message: 'a{{ webhook.half }}b' }] });
  const facts = createMessageFacts({ webhook: { half: '\ud83d' } });
  expect(decideMessage(prepareMessage(node), createCustomerFacts(), facts)).toMatchObject({
    text: 'a\ufffdb',
  });
});
