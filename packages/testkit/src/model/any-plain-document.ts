import * as fc from 'fast-check';
import {
  describeNode,
  nodeKinds,
  refuseConnection,
  weekdays,
  type Comparison,
  type FilterCondition,
  type NamedValue,
  type NodeOf,
  type ScenarioDocument,
  type ScenarioNode,
} from '@curlew/scenario';
import { createSmsSettings } from '../documents.ts';
import { createFlow, createNode } from '../flow.ts';
import { plainTemplates } from './plain-templates.ts';

export const plainCategories = {
  consent: '01a20242-d422-714d-a856-e14b220af4d1',
  general: '01a20242-d422-714d-a856-e14b220af4d2',
  deleted: '01a20242-d422-714d-a856-e14b220af4d3',
} as const;
export const plainPolicy = '01a20242-d422-714d-a856-e14b220af4d7';
export const plainEvents = ['visit', 'purchase'] as const;
/** A Sunday, in the evening in Kolkata. */
export const plainStart = Date.UTC(2026, 10, 22, 14, 0, 30, 5);

const anyTemplate = fc.constantFrom(...Object.keys(plainTemplates));
const anyType = fc.constantFrom('text' as const, 'number' as const);
const anyEvent = fc.constantFrom(...plainEvents);
const anyCategory = fc.constantFrom(...Object.values(plainCategories));
const anyZone = fc.constantFrom('customer', 'project', 'Asia/Kolkata');
const anyTime = fc.constantFrom('00:00', '06:30', '19:30', '23:59');
const anyDuration = fc.record({
  amount: fc.integer({ min: 1, max: 40 }),
  unit: fc.constantFrom(
    'minutes' as const,
    'hours' as const,
    'days' as const,
    'weeks' as const,
    'months' as const,
  ),
});
const anyDate = fc.constantFrom('2026-11-21', '2026-11-22', '2026-11-23', '2027-02-28');
const anySilence = fc.record({
  from: anyTime,
  to: anyTime,
  silentDays: fc.subarray([...weekdays], { maxLength: 6 }),
  timeZone: anyZone,
});

const is = (property: string, value: string): Comparison => ({
  property,
  type: 'text',
  operator: 'is',
  values: [value],
});
const anyWhere = fc.subarray([is('k', 'a')]);
const anyCondition: fc.Arbitrary<FilterCondition> = fc.oneof(
  fc
    .tuple(fc.constantFrom('n', 'tier'), fc.constantFrom('1', 'gold', '7'))
    .map(([property, value]) => ({ kind: 'attribute' as const, ...is(property, value) })),
  fc.record({
    kind: fc.constant('event' as const),
    event: anyEvent,
    did: fc.boolean(),
    atLeast: fc.integer({ min: 1, max: 2 }),
    withinDays: fc.constantFrom(null, 1, 30),
    where: anyWhere,
  }),
  fc.record({ kind: fc.constant('consent' as const), categoryId: anyCategory, isGranted: fc.boolean() }),
);
const anyMatch = fc.constantFrom('all' as const, 'any' as const);
const anyFilter = fc.record({
  match: anyMatch,
  groups: fc.array(fc.record({ match: anyMatch, conditions: fc.array(anyCondition, { maxLength: 2 }) }), {
    maxLength: 2,
  }),
});

const namedValues = (names: readonly string[]): fc.Arbitrary<NamedValue[]> =>
  fc
    .subarray([...names])
    .chain((some) =>
      fc.tuple(
        ...some.map((name) => fc.record({ name: fc.constant(name), type: anyType, value: anyTemplate })),
      ),
    );

const anyWait: fc.Arbitrary<Partial<NodeOf<'wait'>['settings']>> = fc.record({
  mode: fc.constantFrom(
    'duration' as const,
    'date' as const,
    'time_of_day' as const,
    'expression' as const,
    'event' as const,
  ),
  duration: anyDuration,
  date: anyDate,
  time: anyTime,
  timeZone: anyZone,
  weekdays: fc.subarray([...weekdays]),
  expression: anyTemplate,
  expressionUnit: fc.constantFrom('minutes' as const, 'hours' as const, 'months' as const),
  event: anyEvent,
  where: anyWhere,
  timeout: anyDuration,
});

const anySms = fc
  .record({
    versions: anyTemplate.map((message) => [{ language: 'en', message }]),
    consentCategoryId: fc.option(anyCategory),
    frequencyPolicy: fc.constantFrom({ of: 'none' as const }, { of: 'own' as const, value: plainPolicy }),
    silentHours: fc.oneof(
      fc.constant({ of: 'none' as const }),
      anySilence.map((value) => ({ of: 'own' as const, value })),
    ),
  })
  .map(createSmsSettings);

const anyNode: fc.Arbitrary<ScenarioNode> = fc.oneof(
  fc.record({ filter: anyFilter }).map((settings) => createNode('condition', settings)),
  anyWait.map((settings) => createNode('wait', settings)),
  anyWait.map((settings) => createNode('wait', { ...settings, mode: 'event' })),
  anySilence.map((settings) => createNode('silent_hours', settings)),
  fc.integer({ min: 0, max: 100 }).map((weight) => {
    const variants = [weight, 100 - weight].map((share, index) => ({
      id: `v${index}`,
      name: `${index}`,
      weight: share,
    }));
    return createNode('split', { variants });
  }),
  fc.record({ most: fc.integer({ min: 1, max: 3 }) }).map((settings) => createNode('limit', settings)),
  anySms.map((settings) => createNode('sms', settings)),
  anyTemplate.map((body) => createNode('webhook', { url: 'https://shop.example', body })),
  namedValues(['n', 'tier', 'time_zone', '__proto__']).map((attributes) =>
    createNode('set_attribute', { attributes }),
  ),
  fc
    .record({ event: anyEvent, properties: namedValues(['k', 'm']) })
    .map((settings) => createNode('track_event', settings)),
  fc
    .record({
      categoryId: anyCategory,
      action: fc.constantFrom('grant' as const, 'revoke' as const),
      validDays: fc.constantFrom(null, 5),
    })
    .map((settings) => createNode('change_consent', settings)),
);

const anyTrigger: fc.Arbitrary<ScenarioNode> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(createNode('now')) },
  {
    weight: 1,
    arbitrary: fc
      .record({ date: anyDate, time: anyTime, timeZone: anyZone })
      .map((settings) => createNode('on_date', settings)),
  },
);

// Every output leads to the next node or to any other, as long as nobody goes round without end.
const connectAll = (nodes: readonly ScenarioNode[], steps: readonly number[]): ScenarioDocument => {
  let document = createFlow(nodes);
  let at = 0;
  for (const [index, node] of nodes.entries())
    for (const { id: output } of describeNode(node).outputs) {
      const step = steps[at % steps.length] ?? 1;
      at += 1;
      const target = nodes[(index + step) % nodes.length]?.id ?? '';
      const edge = { source: node.id, output, target };
      if (step > 0 && refuseConnection(document, edge) === null)
        document = { ...document, edges: [...document.edges, { id: `e${at}`, ...edge }] };
    }
  return document;
};

/** Any document of one trigger (`n0`) and up to 9 other nodes, with loops, that the plain walker understands. */
export const anyPlainDocument: fc.Arbitrary<ScenarioDocument> = fc
  .tuple(
    anyTrigger,
    fc.array(anyNode, { minLength: 3, maxLength: 9, size: 'max' }),
    fc.array(fc.oneof({ weight: 10, arbitrary: fc.constant(1) }, { weight: 3, arbitrary: fc.nat(9) }), {
      minLength: 5,
      maxLength: 20,
    }),
  )
  .map(([trigger, others, steps]) =>
    connectAll(
      [trigger, ...others].map((node, index) => ({
        ...node,
        id: `n${index}`,
        name: nodeKinds[node.kind].title,
      })),
      steps,
    ),
  );
