import { addNode, nodeKinds, parseDocument, type ScenarioDocument } from '@curlew/scenario';
import { describe, expect, it } from 'vitest';
import { connectNodes } from '../commands/connect-nodes.ts';
import { moveNodes } from '../commands/move-nodes.ts';
import { reconnectEdge } from '../commands/reconnect-edge.ts';
import { removeElements } from '../commands/remove-elements.ts';
import { sampleDocument, withName } from '../testing/sample-document.ts';
import { mergeDocuments } from './merge-documents.ts';

const base = sampleDocument(
  [
    ['now', 'now'],
    ['a', 'sms', 320],
    ['b', 'sms', 640],
  ],
  [['now', 'a']],
);

const without = (document: ScenarioDocument, id: string) =>
  removeElements(document, { nodeIds: new Set([id]), edgeIds: new Set() });
const withSms = (document: ScenarioDocument, id: string) =>
  addNode(document, { kind: 'sms', id, position: { x: 0, y: 300 } });
const join = (document: ScenarioDocument, source: string, target: string) =>
  connectNodes(document, { id: `${source}-${target}`, source, output: 'out', target });

const merge = (mine: ScenarioDocument, theirs: ScenarioDocument) => {
  const result = mergeDocuments({ base, mine, theirs });
  if (!result.ok) throw new Error(result.clashes.map(({ words }) => words).join('; '));
  expect(parseDocument(result.document)).toMatchObject({ ok: true });
  return result.document;
};

const clashesOf = (mine: ScenarioDocument, theirs: ScenarioDocument) => {
  const result = mergeDocuments({ base, mine, theirs });
  return result.ok ? [] : result.clashes.map(({ words }) => words);
};

describe('what does not touch is merged', () => {
  it('names of different nodes', () => {
    const names = merge(withName(base, 'a', 'Mine'), withName(base, 'b', 'Theirs')).nodes.map(
      ({ name }) => name,
    );
    expect(names).toEqual(['Now', 'Mine', 'Theirs']);
  });

  it('the same change by both', () => {
    expect(merge(withName(base, 'a', 'Same'), withName(base, 'a', 'Same')).nodes[1]?.name).toBe('Same');
  });

  it('content by one and place by the other', () => {
    const moved = moveNodes(base, new Map([['a', { x: 16, y: 16 }]]));
    const expected = { name: 'Theirs', position: { x: 16, y: 16 } };
    expect(merge(moved, withName(base, 'a', 'Theirs')).nodes[1]).toMatchObject(expected);
    expect(merge(withName(base, 'a', 'Theirs'), moved).nodes[1]).toMatchObject(expected);
  });

  it('two places of one node: mine', () => {
    const mine = moveNodes(base, new Map([['a', { x: 16, y: 16 }]]));
    const theirs = moveNodes(base, new Map([['a', { x: 32, y: 32 }]]));
    expect(merge(mine, theirs).nodes[1]?.position).toEqual({ x: 16, y: 16 });
  });

  it('a deleted node that the other only moved', () => {
    const moved = moveNodes(base, new Map([['b', { x: 16, y: 16 }]]));
    expect(merge(without(base, 'b'), moved).nodes.map(({ id }) => id)).toEqual(['now', 'a']);
    expect(merge(moved, without(base, 'b')).nodes.map(({ id }) => id)).toEqual(['now', 'a']);
  });

  it('new nodes of both, mine with a number that is still free', () => {
    const merged = merge(withSms(base, 'mine'), withSms(base, 'theirs'));
    expect(merged.nodes.map(({ id, number }) => [id, number])).toEqual([
      ['now', 1],
      ['a', 2],
      ['b', 3],
      ['theirs', 4],
      ['mine', 5],
    ]);
    expect(merged.nextNumber).toBe(6);
  });

  it('my new node does not get the number of one that they added and deleted', () => {
    const theirs = without(withSms(base, 'theirs'), 'theirs');
    expect(merge(withSms(base, 'mine'), theirs).nodes.at(-1)).toMatchObject({ id: 'mine', number: 5 });
  });

  it('connections that one added and the other removed', () => {
    const mine = join(base, 'a', 'b');
    const theirs = removeElements(base, { nodeIds: new Set(), edgeIds: new Set(['now-a']) });
    expect(merge(mine, theirs).edges.map(({ id }) => id)).toEqual(['a-b']);
    expect(merge(theirs, mine).edges.map(({ id }) => id)).toEqual(['a-b']);
  });

  it('a connection whose end one of the two moved', () => {
    const moved = reconnectEdge(base, 'now-a', { source: 'now', output: 'out', target: 'b' });
    for (const [mine, theirs] of [
      [moved, withName(base, 'a', 'Theirs')],
      [withName(base, 'a', 'Mine'), moved],
      [moved, moved],
    ] as const) {
      const { edges } = merge(mine, theirs);
      expect(edges).toEqual([{ id: 'now-a', source: 'now', output: 'out', target: 'b' }]);
    }
  });

  it('one connection drawn by both is there once', () => {
    const mine = connectNodes(base, { id: 'mine', source: 'a', output: 'out', target: 'b' });
    expect(merge(mine, join(base, 'a', 'b')).edges.map(({ id }) => id)).toEqual(['now-a', 'a-b']);
  });
});

describe('what excludes each other is asked', () => {
  it.each([
    {
      what: 'one node changed by both',
      mine: withName(base, 'a', 'Mine'),
      theirs: withName(base, 'a', 'Theirs'),
      words: ['“Mine” was changed by both of you'],
    },
    {
      what: 'changed here, deleted there',
      mine: withName(base, 'a', 'Mine'),
      theirs: without(base, 'a'),
      words: ['“Mine” was changed by you and deleted by them'],
    },
    {
      what: 'deleted here, changed there',
      mine: without(base, 'a'),
      theirs: withName(base, 'a', 'Theirs'),
      words: ['“Theirs” was deleted by you and changed by them'],
    },
    {
      what: 'connected to a node that was deleted there',
      mine: join(base, 'a', 'b'),
      theirs: without(base, 'b'),
      words: ['“SMS” was connected to a node that was deleted meanwhile'],
    },
    {
      what: 'one output led to different nodes',
      mine: join(withSms(base, 'c'), 'a', 'c'),
      theirs: join(base, 'a', 'b'),
      words: ['“SMS” was connected by both of you, to different nodes'],
    },
    {
      what: 'one connection led to different nodes',
      mine: reconnectEdge(base, 'now-a', { source: 'now', output: 'out', target: 'b' }),
      theirs: reconnectEdge(withSms(base, 'c'), 'now-a', { source: 'now', output: 'out', target: 'c' }),
      words: ['“Now” was connected by both of you, to different nodes'],
    },
    {
      what: 'one end of a connection moved here, the other there',
      mine: reconnectEdge(base, 'now-a', { source: 'b', output: 'out', target: 'a' }),
      theirs: reconnectEdge(base, 'now-a', { source: 'now', output: 'out', target: 'b' }),
      words: ['A connection of “SMS 2” was moved by both of you'],
    },
    {
      what: 'connections that make a loop together',
      mine: join(base, 'a', 'b'),
      theirs: join(base, 'b', 'a'),
      words: ['Your connections and theirs do not fit together'],
    },
  ])('$what', ({ mine, theirs, words }) => {
    expect(clashesOf(mine, theirs)).toEqual(words);
  });
});

const kinds = Object.values(nodeKinds).map(({ kind }) => kind);

describe.each(kinds)('a node of kind %s', (kind) => {
  const both = sampleDocument([
    ['one', kind],
    ['other', kind, 320],
  ]);
  const note = { id: 'note', text: '', colour: 'yellow' as const, position: { x: 0, y: 0 } };
  const noted = { ...both, notes: [{ ...note, size: { width: 200, height: 100 } }] };
  const write = (document: ScenarioDocument, text: string): ScenarioDocument => ({
    ...document,
    notes: document.notes.map((one) => ({ ...one, text })),
  });

  it('merges with a change of another one, and of a note', () => {
    const mine = withName(write(noted, 'Mine'), 'one', 'Mine');
    const theirs = withName(noted, 'other', 'Theirs');
    const merged = mergeDocuments({ base: noted, mine, theirs });
    expect(merged).toEqual({ ok: true, document: withName(mine, 'other', 'Theirs') });
    expect(mergeDocuments({ base: noted, mine: theirs, theirs: mine })).toEqual(merged);
  });

  it('asks when both changed it, or the same note', () => {
    const clashes = (mine: ScenarioDocument, theirs: ScenarioDocument) => {
      const result = mergeDocuments({ base: noted, mine, theirs });
      return result.ok ? [] : result.clashes.map(({ words }) => words);
    };
    expect(clashes(withName(noted, 'one', 'Mine'), withName(noted, 'one', 'Theirs'))).toEqual([
      '“Mine” was changed by both of you',
    ]);
    expect(clashes(write(noted, 'Mine'), write(noted, 'Theirs'))).toEqual([
      'The note “Mine” was changed by both of you',
    ]);
  });
});

it('an output that was taken away is not connected', () => {
  const split = sampleDocument([
    ['split', 'split'],
    ['a', 'sms', 320],
  ]);
  const variants = [
    { id: 'a', name: 'A', weight: 50 },
    { id: 'c', name: 'C', weight: 50 },
  ];
  const theirs: ScenarioDocument = {
    ...split,
    nodes: split.nodes.map((node) =>
      node.kind === 'split' ? { ...node, settings: { ...node.settings, variants } } : node,
    ),
  };
  const mine = connectNodes(split, { id: 'mine', source: 'split', output: 'b', target: 'a' });
  expect(mergeDocuments({ base: split, mine, theirs })).toMatchObject({
    ok: false,
    clashes: [
      { elementId: 'split', words: '“A/B split” was connected at an output that was taken away meanwhile' },
    ],
  });
});
