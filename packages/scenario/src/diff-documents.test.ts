import { expect, it } from 'vitest';
import * as fc from 'fast-check';
import { anyDocument, connect, createChain, createDocument } from '@curlew/testkit';
import { diffDocuments, type DocumentDiff } from './diff-documents.ts';
import type { ScenarioDocument } from './document.ts';
import { nodeKinds } from './node-kinds.ts';
import { nodeSchema, type NodeKind, type ScenarioNode } from './node.ts';
import type { CanvasNote } from './note.ts';

const note: CanvasNote = {
  id: 'note',
  text: 'Ask Jana',
  colour: 'yellow',
  position: { x: 0, y: 200 },
  size: { width: 200, height: 100 },
};

const nodeOf = (kind: NodeKind, settings: unknown): ScenarioNode =>
  nodeSchema.parse({ id: 'node', number: 1, name: 'Node', position: { x: 0, y: 0 }, kind, settings });

const alone = (node: ScenarioNode): ScenarioDocument => ({
  schemaVersion: 1,
  nextNumber: 2,
  nodes: [node],
  edges: [],
  notes: [],
});

const defaultsOf = (kind: NodeKind): unknown => nodeKinds[kind].defaults();

/** What is said of a node whose settings became others. */
const changesOf = (kind: NodeKind, before: object, after: object): string[] => {
  const defaults = defaultsOf(kind) as object;
  const [was, is] = [nodeOf(kind, { ...defaults, ...before }), nodeOf(kind, { ...defaults, ...after })];
  const { nodes } = diffDocuments(alone(was), alone(is));
  return nodes.flatMap((node) =>
    node.how === 'changed'
      ? node.settings.map(
          ({ field, label, before: old, after: now }) => `${field}: ${label}: ${old} -> ${now}`,
        )
      : [node.how],
  );
};

const rename = (document: ScenarioDocument, id: string, name: string): ScenarioDocument => ({
  ...document,
  nodes: document.nodes.map((node) => (node.id === id ? { ...node, name } : node)),
});

const move = (document: ScenarioDocument, id: string): ScenarioDocument => ({
  ...document,
  nodes: document.nodes.map((node) => (node.id === id ? { ...node, position: { x: 7, y: 7 } } : node)),
});

it('[N84] nothing differs from itself, whatever is in it', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      expect(diffDocuments(document, structuredClone(document))).toEqual({ nodes: [], edges: [], notes: [] });
    }),
  );
});

it('[N84] tells added, removed, changed and moved nodes apart', () => {
  const before = createChain(4);
  const after = { ...rename(move(before, 'sms-2'), 'sms-3', 'Other'), nextNumber: 9 };
  const { nodes } = diffDocuments(createChain(3), after);
  expect(nodes.map(({ how, ...of }) => [how, 'after' in of ? of.after.id : ''])).toEqual([
    ['moved', 'sms-2'],
    ['changed', 'sms-3'],
    ['added', 'sms-4'],
  ]);
  const back = diffDocuments(after, createChain(3)).nodes.map(({ how }) => how);
  expect(back).toEqual(['moved', 'changed', 'removed']);
});

it('[N84] a node that was changed and moved is changed', () => {
  const before = createDocument();
  const [difference] = diffDocuments(before, move(rename(before, 'sms-1', 'Other'), 'sms-1')).nodes;
  expect(difference).toMatchObject({ how: 'changed', settings: [{ field: 'name' }] });
});

it('[N84] what is there comes first, in its order; then what is gone', () => {
  const [before, after] = [createChain(3), createChain(2)];
  const { nodes } = diffDocuments(before, rename(after, 'sms-2', 'Other'));
  expect(nodes.map(({ how }) => how)).toEqual(['changed', 'removed']);
});

it('[N84] the other way round, what was added is removed', () => {
  fc.assert(
    fc.property(anyDocument, anyDocument, (before, after) => {
      const [there, back] = [diffDocuments(before, after), diffDocuments(after, before)];
      const count = (diff: DocumentDiff, how: string) =>
        [diff.nodes, diff.edges, diff.notes].map((list) => list.filter((one) => one.how === how).length);
      expect(count(there, 'added')).toEqual(count(back, 'removed'));
      expect(count(there, 'changed')).toEqual(count(back, 'changed'));
    }),
  );
});

it('[N85] a connection is what it joins, whatever its id', () => {
  const before = createChain(2);
  const renamed = { ...before, edges: before.edges.map((edge) => ({ ...edge, id: `${edge.id}-2` })) };
  expect(diffDocuments(before, renamed).edges).toEqual([]);
  const [first, last] = before.edges;
  const elsewhere = connect({ ...before, edges: first ? [first] : [] }, 'sms-2', 'sms-1');
  expect(diffDocuments(before, elsewhere).edges).toEqual([
    { how: 'added', after: elsewhere.edges[1] },
    { how: 'removed', before: last },
  ]);
});

it.each<[string, readonly CanvasNote[], readonly CanvasNote[], string[]]>([
  ['added', [], [note], ['added']],
  ['removed', [note], [], ['removed']],
  ['written', [note], [{ ...note, text: 'Asked' }], ['changed']],
  ['coloured', [note], [{ ...note, colour: 'blue' }], ['changed']],
  ['sized', [note], [{ ...note, size: { width: 240, height: 100 } }], ['changed']],
  ['moved', [note], [{ ...note, position: { x: 1, y: 1 } }], ['moved']],
  ['left', [note], [{ ...note }], []],
])('[N86] a note that was %s', (...[, before, after, expected]) => {
  const document = createDocument();
  const { notes } = diffDocuments({ ...document, notes: [...before] }, { ...document, notes: [...after] });
  expect(notes.map(({ how }) => how)).toEqual(expected);
});

const version = (language: string, message: string) => ({ language, message });
const comparison = { property: 'city', type: 'text', operator: 'is', values: ['Praha'] };
const attribute = { kind: 'attribute', ...comparison };
const bought = {
  kind: 'event',
  event: 'purchase',
  did: true,
  atLeast: 1,
  withinDays: 30,
  where: [],
};
const group = (match: string, ...conditions: object[]) => ({ match, conditions });
const category = '019aa3f0-0000-7000-8000-000000000003';

it.each<[NodeKind, object, object, string[]]>([
  ['sms', { sender: 'Heron' }, { sender: 'Heron&Reed' }, ['sender: sender: Heron -> Heron&Reed']],
  [
    'sms',
    { versions: [version('en', 'Hi')] },
    { versions: [version('en', 'Hello')] },
    ['versions.en: message: Hi -> Hello'],
  ],
  [
    'sms',
    { versions: [version('en', 'Hi')] },
    { versions: [version('en', 'Hi'), version('sk', 'Ahoj')] },
    ['versions.sk: message in sk: null -> Ahoj'],
  ],
  [
    'sms',
    { versions: [version('en', 'Hi'), version('en', 'Ho')] },
    { versions: [version('en', 'Hi'), version('en', 'Hey')] },
    ['versions.en #2: message in en: Ho -> Hey'],
  ],
  [
    'sms',
    { consentCategoryId: null },
    { consentCategoryId: category },
    [`consentCategoryId: consent category:  -> ${category}`],
  ],
  [
    'wait',
    { duration: { amount: 1, unit: 'days' } },
    { mode: 'event', event: 'purchase', duration: { amount: 2, unit: 'weeks' } },
    [
      'mode: waits: for a while -> for an event',
      'duration: length: 1 day -> 2 weeks',
      'event: event:  -> purchase',
    ],
  ],
  ['wait', {}, { weekdays: ['sat', 'sun'] }, ['weekdays: weekdays:  -> Sat, Sun']],
  [
    'on_date',
    { date: '2026-11-30' },
    { date: '2026-12-01', time: '18:00', timeZone: 'Europe/Prague' },
    [
      'date: date: 30 Nov 2026 -> 1 Dec 2026',
      'time: time: 9:00 -> 18:00',
      "timeZone: time zone: the project's -> Europe/Prague",
    ],
  ],
  [
    'repeat',
    {},
    { cron: '0 8 * * *', reentry: { mode: 'period', days: 7 } },
    ['cron: schedule: 0 9 * * 1 -> 0 8 * * *', 'reentry: re-entry: without limit -> once in 7 days'],
  ],
  ['on_event', {}, { where: [comparison] }, ['where: event properties:  -> city is Praha']],
  ['date_attribute', {}, { offsetDays: -3 }, ['offsetDays: days after the date: 0 -> -3']],
  [
    'api',
    {},
    { reentry: { mode: 'once', days: 30 } },
    ['reentry: re-entry: without limit -> once per customer'],
  ],
  [
    'condition',
    { filter: { match: 'all', groups: [group('all', attribute)] } },
    { filter: { match: 'any', groups: [group('all', attribute, bought), group('any', bought)] } },
    [
      'filter: condition: city is Praha -> (city is Praha and did purchase in the last 30 days) or did purchase in the last 30 days',
    ],
  ],
  ['silent_hours', {}, { from: '20:30' }, ['from: silent from: 21:00 -> 20:30']],
  [
    'split',
    {},
    {
      variants: [
        { id: 'a', name: 'A', weight: 60 },
        { id: 'b', name: 'Bold', weight: 40 },
      ],
      winner: { after: { amount: 2, unit: 'hours' }, by: 'click_rate', event: '' },
    },
    [
      'variants.a: variant A: A, 50 % -> A, 60 %',
      'variants.b: variant Bold: B, 50 % -> Bold, 40 %',
      'winner: automatic winner:  -> by click rate after 2 hours',
    ],
  ],
  ['limit', { most: 10 }, { most: 20 }, ['most: limit: 10 -> 20']],
  [
    'webhook',
    { headers: [{ name: 'X-Key', value: 'a' }] },
    { headers: [{ name: 'X-Key', value: 'b' }], method: 'PUT' },
    ['method: method: POST -> PUT', 'headers.X-Key: header X-Key: a -> b'],
  ],
  [
    'set_attribute',
    { attributes: [{ name: 'tier', type: 'text', value: 'gold' }] },
    { attributes: [{ name: 'tier', type: 'number', value: '2' }] },
    ['attributes.tier: attribute tier: gold -> 2 (number)'],
  ],
  ['track_event', {}, { mayTrigger: true }, ['mayTrigger: may start scenarios: off -> on']],
  [
    'change_consent',
    {},
    { action: 'grant', validDays: 30 },
    ['action: action: revoke -> give', 'validDays: valid for days:  -> 30'],
  ],
])('[N87] says what was set otherwise in %s, %j, %j', (...[kind, before, after, expected]) => {
  expect(changesOf(kind, before, after)).toEqual(expected);
});

it('[N87] every change has words, and its two sides differ', () => {
  fc.assert(
    fc.property(anyDocument, ({ nodes }) => {
      for (const node of nodes) {
        const plain = { ...nodeOf(node.kind, defaultsOf(node.kind)), id: node.id };
        for (const difference of diffDocuments(alone(plain), alone(node)).nodes) {
          const settings = difference.how === 'changed' ? difference.settings : [];
          expect(settings.filter(({ label }) => !/^[a-z][a-z-]+/.test(label))).toEqual([]);
          expect(settings.filter(({ before, after }) => before === after)).toEqual([]);
        }
      }
    }),
  );
});
