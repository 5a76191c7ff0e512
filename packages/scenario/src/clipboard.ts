import { z } from 'zod';
import { isWithinLimits, parseDocument, type ScenarioDocument } from './document.ts';
import type { ScenarioEdge } from './edge.ts';
import { findFreeName } from './free-name.ts';
import { nameOf } from './node-name.ts';
import type { ScenarioNode } from './node.ts';
import type { CanvasNote } from './note.ts';

const format = 'curlew-nodes';
const version = 1;

/** A piece of a scenario: nodes, the connections between them, notes. */
export type Clip = Pick<ScenarioDocument, 'edges' | 'nodes' | 'notes'>;

export type ReadClipboard =
  | { readonly ok: true; readonly clip: Clip }
  /** `other`: a text that is none of ours. `newer`: of a later Curlew. `broken`: ours, and changed on the way. */
  | { readonly ok: false; readonly reason: 'broken' | 'newer' | 'other' };

/** Nodes and notes as text, with those of `edges` that join two of the nodes. */
export const writeClipboard = (
  nodes: readonly ScenarioNode[],
  edges: readonly ScenarioEdge[],
  notes: readonly CanvasNote[],
): string => {
  const ids = new Set(nodes.map((node) => node.id));
  const between = edges.filter((edge) => ids.has(edge.source) && ids.has(edge.target));
  return JSON.stringify({ format, version, nodes, edges: between, notes });
};

const headSchema = z.object({ format: z.literal(format), version: z.int().positive() });
const bodySchema = z.looseObject({ nodes: z.array(z.looseObject({ number: z.number() })) });

const readHead = (text: string): { readonly data: unknown; readonly version: number } | null => {
  // Most texts on a clipboard are no JSON, and long ones are not worth the try.
  if (!text.trimStart().startsWith('{')) return null;
  try {
    const data: unknown = JSON.parse(text);
    const head = headSchema.safeParse(data);
    return head.success ? { data, version: head.data.version } : null;
  } catch {
    // A SyntaxError: somebody else's text.
    return null;
  }
};

/** Reads what `writeClipboard` wrote, in whatever scenario, tab or browser. */
export const readClipboard = (text: string): ReadClipboard => {
  const head = readHead(text);
  if (!head) return { ok: false, reason: 'other' };
  if (head.version > version) return { ok: false, reason: 'newer' };
  const body = bodySchema.safeParse(head.data);
  if (!body.success) return { ok: false, reason: 'broken' };
  // A clip holds together as a document does.
  const nextNumber = body.data.nodes.reduce((most, { number }) => Math.max(most, number), 0) + 1;
  const parsed = parseDocument({ ...body.data, schemaVersion: 1, nextNumber });
  if (!parsed.ok) return { ok: false, reason: 'broken' };
  const { nodes, edges, notes } = parsed.document;
  return { ok: true, clip: { nodes, edges, notes } };
};

interface PasteOptions {
  /** Gives an id that the document does not have: 1 to 64 characters. */
  readonly newId: () => string;
  /** How far from where they were, in px. */
  readonly offset: { readonly x: number; readonly y: number };
}

export type Pasted =
  | {
      readonly ok: true;
      readonly document: ScenarioDocument;
      /** Ids of the copies, in the order of the clip. */
      readonly nodeIds: readonly string[];
      readonly noteIds: readonly string[];
    }
  /** The document would have more than a document may have. */
  | { readonly ok: false; readonly reason: 'too_many' };

/** The document with a copy of everything in the clip: new ids, numbers never used before, names that are free. */
export const pasteInto = (
  document: ScenarioDocument,
  clip: Clip,
  { newId, offset }: PasteOptions,
): Pasted => {
  const move = ({ x, y }: { readonly x: number; readonly y: number }): { x: number; y: number } => ({
    x: x + offset.x,
    y: y + offset.y,
  });
  const ids = new Map(clip.nodes.map((node) => [node.id, newId()]));
  const idOf = (id: string): string => ids.get(id) ?? id;
  const taken = new Set(document.nodes.map((node) => node.name));
  const nodes = clip.nodes.map((node, index): ScenarioNode => {
    const name = findFreeName(nameOf(node), taken);
    taken.add(name);
    const number = document.nextNumber + index;
    return { ...node, id: idOf(node.id), number, name, position: move(node.position) };
  });
  const edges = clip.edges.map((edge) => ({
    ...edge,
    id: newId(),
    source: idOf(edge.source),
    target: idOf(edge.target),
  }));
  const notes = clip.notes.map((note) => ({ ...note, id: newId(), position: move(note.position) }));
  const pasted = {
    ...document,
    nextNumber: document.nextNumber + nodes.length,
    nodes: [...document.nodes, ...nodes],
    edges: [...document.edges, ...edges],
    notes: [...document.notes, ...notes],
  };
  if (!isWithinLimits(pasted)) return { ok: false, reason: 'too_many' };
  return {
    ok: true,
    document: pasted,
    nodeIds: nodes.map(({ id }) => id),
    noteIds: notes.map(({ id }) => id),
  };
};
