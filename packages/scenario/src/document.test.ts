import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyDocument, connect, createChain, createDocument } from '@curlew/testkit';
import { emptyDocument, findIssues, parseDocument, type ScenarioDocument } from './index.ts';

const document = createChain(2);
const [now, first, second] = document.nodes;
if (!now || !first || !second) throw new Error('a chain of two has three nodes');

it('[N1] takes a scenario apart into nodes and connections', () => {
  expect(createDocument()).toMatchObject({
    schemaVersion: 1,
    nextNumber: 3,
    nodes: [
      { id: 'now', number: 1, name: 'Now', kind: 'now', settings: {}, position: { x: 0, y: 0 } },
      { id: 'sms-1', number: 2, name: 'SMS', kind: 'sms', settings: { sender: 'Curlew' } },
    ],
    edges: [{ source: 'now', output: 'out', target: 'sms-1' }],
  });
});

it('[N2] leaves out what no schema names', () => {
  const [node] = document.nodes;
  const data = { ...document, more: 1, nodes: [{ ...node, more: 2 }], edges: [] };
  expect(parseDocument(data)).toEqual({ ok: true, document: { ...document, nodes: [node], edges: [] } });
});

it('[N2] fills in settings that are left out', () => {
  const data = { ...document, nodes: [{ ...first, settings: { sender: 'Shop' } }], edges: [] };
  expect(parseDocument(data)).toMatchObject({
    ok: true,
    document: { nodes: [{ settings: { sender: 'Shop', maximumParts: 1, defaultLanguage: 'en' } }] },
  });
});

it('[N2] reads ids of the project in small letters', () => {
  const id = '01a20242-d422-714d-a856-e14b220af4da';
  const settings = { integrationId: id.toUpperCase(), consentCategoryId: id.toUpperCase() };
  const data = { ...document, nodes: [{ ...first, settings }], edges: [] };
  expect(parseDocument(data)).toMatchObject({
    document: { nodes: [{ settings: { integrationId: id, consentCategoryId: id } }] },
  });
});

it('[N2] lists every problem with its place', () => {
  const data = {
    ...document,
    nodes: [
      { ...now, name: 'x'.repeat(121) },
      { ...first, kind: 'pigeon' },
      { ...second, settings: { maximumParts: 9 } },
    ],
  };
  const parsed = parseDocument(data);
  expect(parsed.ok ? [] : parsed.problems).toEqual([
    'nodes.0.name: At most 120 characters',
    expect.stringMatching(/^nodes\.1\.kind: /),
    expect.stringMatching(/^nodes\.2\.settings\.maximumParts: /),
  ]);
});

it.each([
  ['nothing', null],
  ['a text', '{}'],
  ['a list', []],
  ['another version', { ...emptyDocument(), schemaVersion: 2 }],
])('[N2] refuses %s and says why', (_, data) => {
  const parsed = parseDocument(data);
  expect(parsed.ok ? [] : parsed.problems).toHaveLength(1);
});

it('[N2] never throws', () => {
  const nearlyDocument = fc.record(
    {
      schemaVersion: fc.constant(1),
      nextNumber: fc.oneof(fc.integer(), fc.anything()),
      nodes: fc.array(fc.anything()),
      edges: fc.array(fc.record({ id: fc.string(), source: fc.string(), target: fc.anything() })),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(fc.anything(), nearlyDocument), (data) => {
      const parsed = parseDocument(data);
      expect(parsed.ok || parsed.problems.length > 0).toBe(true);
    }),
  );
});

it('[N3] comes back from JSON as it was', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      expect(parseDocument(JSON.parse(JSON.stringify(document)))).toEqual({ ok: true, document });
    }),
  );
});

const refused: [string, ScenarioDocument, string[]][] = [
  [
    'two nodes with one id',
    { ...document, nodes: [now, first, { ...second, id: 'sms-1' }], edges: [] },
    ['two nodes have the id “sms-1”'],
  ],
  [
    'two nodes with one number',
    { ...document, nodes: [now, first, { ...second, number: 2 }] },
    ['two nodes have the number 2'],
  ],
  [
    'a number that is still to be given',
    { ...document, nextNumber: 3 },
    ['node “sms-2” has the number 3, nextNumber is to be above it'],
  ],
  [
    'two connections with one id',
    { ...document, edges: document.edges.map((edge) => ({ ...edge, id: 'e' })) },
    ['two connections have the id “e”'],
  ],
  [
    'connections to and from nowhere',
    connect(connect(document, 'sms-2', 'gone'), 'lost', 'sms-1'),
    [
      'connection “sms-2-gone” leads from or to a node that does not exist',
      'connection “lost-sms-1” leads from or to a node that does not exist',
    ],
  ],
  [
    'two connections from one output',
    connect(document, 'now', 'sms-2'),
    ['two connections leave one output, ["now","out"]'],
  ],
];

it.each(refused)('[N4] refuses %s', (_, broken, problems) => {
  expect(parseDocument(broken)).toEqual({ ok: false, problems });
});

it.each([
  ['nodes', createChain(2_000), 'nodes: At most 2,000 nodes'],
  [
    'connections',
    { ...document, edges: Array.from({ length: 8_001 }, () => document.edges[0]) },
    'edges: At most 8,000 connections',
  ],
])('[N5] refuses too many %s', (_, big, problem) => {
  expect(parseDocument(big)).toEqual({ ok: false, problems: [problem] });
});

it('[N5] takes 2,000 nodes', () => {
  expect(parseDocument(createChain(1_999)).ok).toBe(true);
});

const note: ScenarioDocument['notes'][number] = {
  id: 'note',
  text: 'For the summer team',
  colour: 'yellow',
  position: { x: 0, y: -200 },
  size: { width: 240, height: 120 },
};

it('[N27] keeps notes, and reads a document without any', () => {
  const noted = { ...document, notes: [note] };
  expect(parseDocument(JSON.parse(JSON.stringify(noted)))).toEqual({ ok: true, document: noted });
  const { notes: _, ...older } = document;
  expect(parseDocument(older)).toEqual({ ok: true, document: { ...document, notes: [] } });
});

it.each([
  ['two with one id', [note, note], 'two notes have the id “note”'],
  [
    'too many',
    Array.from({ length: 501 }, (_, index) => ({ ...note, id: `n${index}` })),
    'notes: At most 500 notes',
  ],
  ['one that is too long', [{ ...note, text: 'x'.repeat(2_001) }], 'notes.0.text: At most 2,000 characters'],
])('[N27] refuses %s', (_, notes, problem) => {
  expect(parseDocument({ ...document, notes })).toEqual({ ok: false, problems: [problem] });
});

it('[N27] nothing is said of notes', () => {
  expect(findIssues({ ...document, notes: [note] })).toEqual(findIssues(document));
});
