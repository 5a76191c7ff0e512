import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { messageDefaultsSchema, type FilterCondition } from '@curlew/scenario';
import { anyPlainDocument, anyStory, drawDocument, fateOf, Keeper, type DrawnNode } from '@curlew/testkit';
import { findWalkFacts, nodesInOneGo, walk, type CustomerFacts, type WalkFacts } from './index.ts';

const defaults = messageDefaultsSchema.parse({});
const condition = (...conditions: FilterCondition[]) => ({
  filter: { match: 'all' as const, groups: [{ match: 'all' as const, conditions }] },
});
const attributeIs = (property: string): FilterCondition => ({
  kind: 'attribute',
  property,
  operator: 'is',
  type: 'text',
  values: ['x'],
});

const nodes: readonly (readonly [what: string, node: DrawnNode, facts: Partial<WalkFacts>])[] = [
  ['nothing for a split', ['n', 'split'], { attributes: [], ids: false, consents: false }],
  ['the zone for a wait', ['n', 'wait'], { attributes: ['time_zone'], consents: false }],
  [
    'what an expression reads',
    ['n', 'wait', { mode: 'expression', expression: '{{ customer.days }}' }],
    { attributes: ['days', 'time_zone'] },
  ],
  [
    'what a condition asks, without blanks around it',
    ['n', 'condition', condition(attributeIs(' city '), attributeIs('tier'))],
    { attributes: ['city', 'tier'], consents: false },
  ],
  [
    'consents for a condition on one',
    ['n', 'condition', condition({ kind: 'consent', categoryId: null, isGranted: true })],
    { attributes: [], consents: true },
  ],
  [
    'what written values are made of',
    [
      'n',
      'set_attribute',
      { attributes: [{ name: 'a', type: 'text', value: '{{ customer.b }}{% if customer.c %}{% endif %}' }] },
    ],
    { attributes: ['b', 'c'], ids: false },
  ],
  [
    'what the parts of a request are made of',
    [
      'n',
      'webhook',
      {
        url: 'https://heron.example/{{ customer.a }}',
        headers: [{ name: 'X-Id', value: '{{ customer_ids.registered }}' }],
        body: '{{ customer.b }}',
      },
    ],
    { attributes: ['a', 'b'], ids: true },
  ],
  [
    'all for a template that may look at any',
    ['n', 'track_event', { properties: [{ name: 'a', type: 'text', value: '{{ customer }}' }] }],
    { attributes: 'all' },
  ],
  [
    'all for a template that takes what a customer answers to by itself',
    ['n', 'wait', { mode: 'expression', expression: '{% set has = customer.__contains__ %}{{ has("a") }}' }],
    { attributes: 'all' },
  ],
  [
    'phone, language and zone for a message, and what its versions and its events read',
    [
      'n',
      'sms',
      {
        versions: [
          { language: 'en', message: '{{ customer.a }}' },
          { language: 'sk', message: '{{ customer.b }}' },
        ],
        eventProperties: [{ name: 'p', type: 'text', value: '{{ customer.c }}' }],
      },
    ],
    { attributes: ['a', 'b', 'c', 'language', 'phone', 'time_zone'], consents: true },
  ],
];

it.each(nodes)('[E79] a walk needs %s', (_, node, facts) => {
  const { nodes: drawn } = drawDocument([node], []);
  expect(findWalkFacts(drawn, defaults)).toMatchObject(facts);
});

it('[E79] a message needs what templates of its project’s defaults read, and nothing else does', () => {
  const own = { ...defaults, utm: { source: '{{ customer.source }}' } } as unknown as typeof defaults;
  const read = (kind: 'sms' | 'split') =>
    findWalkFacts(drawDocument([['n', kind]], []).nodes, own).attributes;
  expect(read('sms')).toContain('source');
  expect(read('split')).toEqual([]);
});

it('[E79] looks at what can be reached before a node that holds for sure, and behind the one they stand at', () => {
  const document = drawDocument(
    [
      ['now', 'now'],
      ['a', 'split'],
      ['wait', 'wait'],
      ['b', 'sms'],
    ],
    ['now > a', 'a.a > wait', 'wait > b'],
  );
  const reached = (from: string) => nodesInOneGo(document, from).map(({ id }) => id);
  expect(reached('now')).toEqual(['now', 'a', 'wait']);
  expect(reached('wait')).toEqual(['wait', 'b']);
});

const only = (customer: CustomerFacts, { attributes, ids, consents }: WalkFacts): CustomerFacts => ({
  ...customer,
  attributes:
    attributes === 'all'
      ? customer.attributes
      : Object.fromEntries(
          attributes
            .filter((name) => Object.hasOwn(customer.attributes, name))
            .map((name) => [name, customer.attributes[name]]),
        ),
  ids: ids ? customer.ids : {},
  grantedConsents: consents ? customer.grantedConsents : new Set(),
});

it('[E79] a walk goes with what it needs as with everything', () => {
  let fewer = 0;
  fc.assert(
    fc.property(anyPlainDocument, anyStory, (document, story) => {
      const keeper = new Keeper(document, story);
      const { startedAt } = fateOf(story);
      keeper.onWalk = (input, facts, result) => {
        const needs = findWalkFacts(nodesInOneGo(document, input.nodeId), facts.defaults);
        const customer = only(input.customer, needs);
        if (Object.keys(customer.attributes).length < Object.keys(input.customer.attributes).length)
          fewer += 1;
        const { customer: _mine, ...mine } = walk(document, facts, { run: { startedAt } })({
          ...input,
          customer,
        });
        const { customer: _all, ...all } = result;
        expect(mine).toEqual(all);
      };
      keeper.look();
      for (const { pause } of story.steps) {
        if (keeper.path.length > 300) break;
        keeper.now += pause;
        keeper.look();
      }
    }),
    { numRuns: 500 },
  );
  expect(fewer).toBeGreaterThan(150);
});
