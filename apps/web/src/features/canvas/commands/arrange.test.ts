import {
  addNode,
  describeNode,
  parseDocument,
  readClipboard,
  writeClipboard,
  type Clip,
} from '@curlew/scenario';
import Elk from 'elkjs/lib/elk.bundled.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnStep, nodeWidth, rowStep } from '../flow/node-size.ts';
import { countingIds, sampleDocument } from '../testing/sample-document.ts';
import { alignElements, type Alignment } from './align-elements.ts';
import { addNote, changeNote } from './change-notes.ts';
import { duplicateNodes } from './duplicate-nodes.ts';
import { boxesOf } from './element-box.ts';
import { findTidyPlaces } from './find-tidy-places.ts';
import { insertOnEdge } from './insert-on-edge.ts';
import { moveElements } from './move-elements.ts';
import { pasteClip } from './paste-clip.ts';
import { reconnectEdge } from './reconnect-edge.ts';
import { removeElements } from './remove-elements.ts';

const pair = sampleDocument(
  [
    ['now', 'now'],
    ['sms', 'sms', columnStep],
  ],
  [['now', 'sms']],
);
const both = new Set(['now', 'sms']);

const copyOf = (pasted: ReturnType<typeof duplicateNodes>) => {
  if (!pasted.ok) throw new Error(`refused: ${pasted.reason}`);
  return pasted;
};

describe('duplicateNodes', () => {
  const { document, nodeIds } = copyOf(duplicateNodes(pair, both, countingIds()));

  it('copies nodes with new ids, numbers and names, and what connects them', () => {
    expect(nodeIds).toEqual(['id1', 'id2']);
    expect(document.nodes.map(({ name, number }) => [name, number])).toEqual([
      ['Now', 1],
      ['SMS', 2],
      ['Now 2', 3],
      ['SMS 2', 4],
    ]);
    expect(document.edges[1]).toMatchObject({ source: 'id1', output: 'out', target: 'id2' });
    expect(parseDocument(document).ok).toBe(true);
  });

  it('puts them where they cover nothing', () => {
    const again = copyOf(duplicateNodes(document, both, countingIds('again')));
    expect(again.document.nodes.map(({ position }) => position.y)).toEqual([
      0,
      0,
      rowStep,
      rowStep,
      2 * rowStep,
      2 * rowStep,
    ]);
  });
});

describe('insertOnEdge', () => {
  it('puts a node between two, and moves what comes after it where there is no room', () => {
    const next = insertOnEdge(pair, { edgeId: 'now-sms', kind: 'wait', nodeId: 'w', newId: countingIds() });
    expect(next.edges).toEqual([
      { id: 'now-sms', source: 'now', output: 'out', target: 'w' },
      { id: 'id1', source: 'w', output: 'out', target: 'sms' },
    ]);
    expect(next.nodes.map(({ id, position }) => [id, position.x])).toEqual([
      ['now', 0],
      ['sms', 2 * columnStep],
      ['w', columnStep],
    ]);
  });

  it('goes on from the first of several outputs', () => {
    const next = insertOnEdge(pair, {
      edgeId: 'now-sms',
      kind: 'condition',
      nodeId: 'c',
      newId: countingIds(),
    });
    expect(next.edges.at(-1)).toMatchObject({ source: 'c', output: 'match', target: 'sms' });
  });

  it.each(['gone', 'now-sms'])('leaves %s alone where a trigger cannot stand', (edgeId) => {
    const kind = edgeId === 'gone' ? 'wait' : 'now';
    expect(insertOnEdge(pair, { edgeId, kind, nodeId: 'x', newId: countingIds() })).toBe(pair);
  });
});

describe('reconnectEdge', () => {
  const three = addNode(pair, { kind: 'sms', id: 'other', position: { x: 0, y: 400 } });

  it('moves the end of a connection and keeps its id', () => {
    const next = reconnectEdge(three, 'now-sms', { source: 'now', output: 'out', target: 'other' });
    expect(next.edges).toEqual([{ id: 'now-sms', source: 'now', output: 'out', target: 'other' }]);
  });

  it('changes nothing where the new one is refused', () => {
    expect(reconnectEdge(three, 'now-sms', { source: 'now', output: 'out', target: 'now' })).toBe(three);
  });
});

describe('alignElements', () => {
  const scattered = sampleDocument([
    ['a', 'sms', 0, 0],
    ['b', 'sms', 320, 64],
    ['c', 'sms', 1_280, 640],
  ]);
  const all = new Set(['a', 'b', 'c']);
  const placesOf = (alignment: Alignment) =>
    alignElements(scattered, all, alignment).nodes.map(({ position }) => [position.x, position.y]);

  it.each<[Alignment, number[][]]>([
    [
      'left',
      [
        [0, 0],
        [0, 64],
        [0, 640],
      ],
    ],
    [
      'right',
      [
        [1_280, 0],
        [1_280, 64],
        [1_280, 640],
      ],
    ],
    [
      'top',
      [
        [0, 0],
        [320, 0],
        [1_280, 0],
      ],
    ],
    [
      'bottom',
      [
        [0, 640],
        [320, 640],
        [1_280, 640],
      ],
    ],
    [
      'centre',
      [
        [640, 0],
        [640, 64],
        [640, 640],
      ],
    ],
    [
      'middle',
      [
        [0, 320],
        [320, 320],
        [1_280, 320],
      ],
    ],
    [
      'across',
      [
        [0, 0],
        [640, 64],
        [1_280, 640],
      ],
    ],
    [
      'down',
      [
        [0, 0],
        [320, 320],
        [1_280, 640],
      ],
    ],
  ])('%s', (alignment, places) => {
    expect(placesOf(alignment)).toEqual(places);
  });

  it('is the same document when it is aligned already, or there is only one', () => {
    const aligned = alignElements(scattered, all, 'left');
    expect(alignElements(aligned, all, 'left')).toBe(aligned);
    expect(alignElements(scattered, new Set(['a']), 'left')).toBe(scattered);
  });
});

describe('pasteClip', () => {
  it('puts a copy in the middle, and beside one that is there already', () => {
    const text = writeClipboard(pair.nodes, pair.edges, pair.notes);
    const read = readClipboard(text);
    const clip: Clip = read.ok ? read.clip : { nodes: [], edges: [], notes: [] };
    const options = { middle: { x: 1_000, y: 1_000 }, newId: countingIds() };
    const once = copyOf(pasteClip(pair, clip, options));
    const twice = copyOf(pasteClip(once.document, clip, options));
    const xs = twice.document.nodes.map(({ position }) => position.x);
    expect((xs[2] ?? 0) + (columnStep + nodeWidth) / 2).toBeCloseTo(1_000, -2);
    expect(xs[4]).toBe((xs[2] ?? 0) + 32);
    expect(twice.document.edges).toHaveLength(3);
    expect(parseDocument(twice.document).ok).toBe(true);
  });
});

describe('notes', () => {
  const noted = addNote(pair, 'n', { x: 120, y: 56 });

  it('are written, moved and removed like nodes', () => {
    expect(noted.notes).toMatchObject([{ id: 'n', text: '', position: { x: 0, y: 0 } }]);
    expect(changeNote(noted, 'n', { text: 'Ask Petra' }).notes[0]?.text).toBe('Ask Petra');
    const moved = moveElements(noted, new Map([['n', { x: 16, y: 16 }]]));
    expect(moved.notes[0]?.position).toEqual({ x: 16, y: 16 });
    expect(moveElements(moved, new Map([['n', { x: 16, y: 16 }]]))).toBe(moved);
    expect(removeElements(noted, { nodeIds: new Set(['n']), edgeIds: new Set() }).notes).toEqual([]);
  });
});

describe('findTidyPlaces', () => {
  const elk = new Elk();
  const tidy = async (document: typeof pair) =>
    moveElements(document, await findTidyPlaces(document, (graph) => elk.layout(graph)));

  it('puts what comes later further right, on the line of what leads to it', async () => {
    const messy = sampleDocument(
      [
        ['a', 'now', 500, 300],
        ['b', 'sms', 13, 7],
        ['c', 'sms', -400, 90],
      ],
      [
        ['a', 'b'],
        ['b', 'c'],
      ],
    );
    const [a, b, c] = (await tidy(messy)).nodes.map(({ position }) => position);
    expect(a?.x).toBe(-400);
    expect((b?.x ?? 0) - (a?.x ?? 0)).toBeGreaterThanOrEqual(nodeWidth + 64);
    expect((c?.x ?? 0) - (b?.x ?? 0)).toBeGreaterThanOrEqual(nodeWidth + 64);
    expect([b?.y, c?.y]).toEqual([a?.y, a?.y]);
  });

  it('covers no node with another, whatever is drawn', async () => {
    const kinds = ['sms', 'condition', 'split', 'wait'] as const;
    const anyDrawing = fc.array(
      fc.record({ kind: fc.constantFrom(...kinds), x: fc.integer({ min: -500, max: 500 }), to: fc.nat(9) }),
      { minLength: 2, maxLength: 10 },
    );
    await fc.assert(
      fc.asyncProperty(anyDrawing, async (drawn) => {
        const nodes = sampleDocument(drawn.map(({ kind, x }, index) => [`n${index}`, kind, x, x]));
        const edges = drawn.flatMap(({ to }, index) => {
          const source = nodes.nodes[index];
          const output = source ? describeNode(source).outputs[0]?.id : undefined;
          const target = nodes.nodes[to]?.id;
          return source && output !== undefined && target !== undefined
            ? [{ id: `e${index}`, source: source.id, output, target }]
            : [];
        });
        const document = await tidy({ ...nodes, edges });
        const boxes = boxesOf(document, new Set(document.nodes.map(({ id }) => id)));
        const covering = boxes.flatMap((one, index) =>
          boxes
            .slice(index + 1)
            .filter(
              (other) =>
                one.x < other.x + other.width &&
                other.x < one.x + one.width &&
                one.y < other.y + other.height &&
                other.y < one.y + one.height,
            ),
        );
        expect(covering).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
