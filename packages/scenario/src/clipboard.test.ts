import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyDocument, createChain } from '@curlew/testkit';
import {
  parseDocument,
  pasteInto,
  readClipboard,
  writeClipboard,
  type Clip,
  type ScenarioDocument,
} from './index.ts';
import { findFreeName } from './free-name.ts';

const clipOf = ({ nodes, edges, notes }: ScenarioDocument): Clip => ({ nodes, edges, notes });

it('[N81] reads what was written, with the connections between the nodes only', () => {
  fc.assert(
    fc.property(anyDocument, fc.infiniteStream(fc.boolean()), (document, choices) => {
      const nodes = document.nodes.filter(() => choices.next().value);
      const ids = new Set(nodes.map(({ id }) => id));
      const read = readClipboard(writeClipboard(nodes, document.edges, document.notes));
      const edges = document.edges.filter(({ source, target }) => ids.has(source) && ids.has(target));
      expect(read).toEqual({ ok: true, clip: { nodes, edges, notes: document.notes } });
    }),
  );
});

const written: unknown = JSON.parse(writeClipboard(createChain(1).nodes, createChain(1).edges, []));
const change = (changes: object): string => JSON.stringify(Object.assign({}, written, changes));

it.each([
  ['nothing', '', 'other'],
  ['a sentence', 'Hello there', 'other'],
  ['a brace', '{', 'other'],
  ['somebody else’s JSON', '{"format":"other","version":1}', 'other'],
  ['a scenario', change({ format: 'curlew-scenario' }), 'other'],
  ['a later version', change({ version: 2, nodes: 'who knows' }), 'newer'],
  ['no nodes', change({ nodes: null }), 'broken'],
  ['a connection to nowhere', change({ nodes: [] }), 'broken'],
  ['a node of no kind', change({ nodes: [{ number: 1, kind: 'pigeon' }], edges: [] }), 'broken'],
])('[N81] does not read %s', (_, text, reason) => {
  expect(readClipboard(text)).toEqual({ ok: false, reason });
});

it('[N81] never throws', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.anything().map((nodes) => change({ nodes })),
      ),
      (text) => {
        expect(typeof readClipboard(text).ok).toBe('boolean');
      },
    ),
  );
});

const counter = (): (() => string) => {
  let count = 0;
  return () => `new-${(count += 1)}`;
};
const offset = { x: 40, y: -20 };

it('[N82] pastes copies beside what is there', () => {
  fc.assert(
    fc.property(anyDocument, anyDocument, (document, other) => {
      const pasted = pasteInto(document, clipOf(other), { newId: counter(), offset });
      if (!pasted.ok) throw new Error('there is room');
      const { nodes, edges, notes, nextNumber } = pasted.document;
      expect(parseDocument(pasted.document)).toEqual({ ok: true, document: pasted.document });
      expect(nodes.slice(0, document.nodes.length)).toEqual(document.nodes);
      expect(edges.slice(0, document.edges.length)).toEqual(document.edges);
      expect(notes.slice(0, document.notes.length)).toEqual(document.notes);
      expect(nextNumber).toBe(document.nextNumber + other.nodes.length);
      const copies = nodes.slice(document.nodes.length);
      expect(copies.map(({ id }) => id)).toEqual(pasted.nodeIds);
      expect(notes.slice(document.notes.length).map(({ id }) => id)).toEqual(pasted.noteIds);
      for (const [index, copy] of copies.entries()) {
        const original = other.nodes[index];
        expect([copy.kind, copy.settings]).toEqual([original?.kind, original?.settings]);
        expect(copy.position.x - (original?.position.x ?? 0)).toBe(offset.x);
        expect(copy.position.y - (original?.position.y ?? 0)).toBe(offset.y);
      }
      const places = (ids: readonly string[], id: string): number => ids.indexOf(id);
      const originals = other.nodes.map(({ id }) => id);
      expect(
        edges
          .slice(document.edges.length)
          .map(({ source, output, target }) => [
            places(pasted.nodeIds, source),
            output,
            places(pasted.nodeIds, target),
          ]),
      ).toEqual(
        other.edges.map(({ source, output, target }) => [
          places(originals, source),
          output,
          places(originals, target),
        ]),
      );
      const names = copies.map(({ name }) => name);
      const taken = new Set(document.nodes.map(({ name }) => name));
      expect(new Set(names).size).toBe(names.length);
      expect(names.filter((name) => taken.has(name) || name.trim() === '')).toEqual([]);
    }),
  );
});

it('[N82] refuses what would be too much', () => {
  const big = createChain(1_999);
  const clip = clipOf(createChain(1));
  expect(pasteInto(big, clip, { newId: counter(), offset })).toEqual({ ok: false, reason: 'too_many' });
});

it.each([
  ['SMS', [], 'SMS'],
  ['SMS', ['SMS'], 'SMS 2'],
  ['SMS', ['SMS', 'SMS 2'], 'SMS 3'],
  ['SMS 2', ['SMS', 'SMS 2'], 'SMS 3'],
  ['Sale 2026', ['Sale 2026'], 'Sale 2026 2'],
  ['x'.repeat(120), ['x'.repeat(120)], `${'x'.repeat(113)} 2`],
])('[N83] like %j, beside %j, is %j', (wanted, taken, name) => {
  expect(findFreeName(wanted, new Set(taken))).toBe(name);
});

it('[N83] is never taken and never too long', () => {
  const anyName = fc.string({ unit: 'grapheme', maxLength: 130 }).map((text) => text.slice(0, 120));
  fc.assert(
    fc.property(anyName, fc.array(anyName), (wanted, others) => {
      const taken = new Set([wanted, ...others]);
      const name = findFreeName(wanted, taken);
      expect(taken.has(name)).toBe(false);
      expect(name.length).toBeLessThanOrEqual(120);
    }),
  );
});
