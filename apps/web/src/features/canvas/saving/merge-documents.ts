import { findIssues, parseDocument, type ScenarioDocument, type ScenarioNode } from '@curlew/scenario';
import { isSameValue } from './is-same-value.ts';
import { mergeEdges } from './merge-edges.ts';
import type { MergeClash, MergeInput } from './merge-input.ts';
import { mergeNotes } from './merge-notes.ts';

export type MergeResult =
  | { readonly ok: true; readonly document: ScenarioDocument }
  | { readonly ok: false; readonly clashes: readonly MergeClash[] };

type NodesById = ReadonlyMap<string, ScenarioNode>;

const byId = ({ nodes }: ScenarioDocument): NodesById => new Map(nodes.map((node) => [node.id, node]));

// Where a node stands is taste, not content: it never makes people choose.
const hasSameContent = (a: ScenarioNode, b: ScenarioNode): boolean =>
  a.name === b.name && a.kind === b.kind && isSameValue(a.settings, b.settings);

const clash = (node: ScenarioNode, words: string): MergeClash => ({
  elementId: node.id,
  words: `“${node.name}” ${words}`,
});

type NodeMerge = { readonly node: ScenarioNode | null } | { readonly clash: MergeClash };

const mergeKeptNode = (base: ScenarioNode, mine: ScenarioNode, theirs: ScenarioNode): NodeMerge => {
  const position = isSameValue(mine.position, base.position) ? theirs.position : mine.position;
  if (hasSameContent(mine, base) || hasSameContent(mine, theirs)) return { node: { ...theirs, position } };
  if (hasSameContent(theirs, base)) return { node: { ...mine, position } };
  return { clash: clash(mine, 'was changed by both of you') };
};

const mergeNode = (id: string, { base, mine, theirs }: Record<keyof MergeInput, NodesById>): NodeMerge => {
  const [was, here, there] = [base.get(id), mine.get(id), theirs.get(id)];
  if (here && there) {
    if (was) return mergeKeptNode(was, here, there);
    return hasSameContent(here, there)
      ? { node: there }
      : { clash: clash(here, 'was changed by both of you') };
  }
  if (!was) return { node: there ?? here ?? null };
  if (here && !hasSameContent(here, was))
    return { clash: clash(here, 'was changed by you and deleted by them') };
  if (there && !hasSameContent(there, was))
    return { clash: clash(there, 'was deleted by you and changed by them') };
  return { node: null };
};

/** My new nodes may have got numbers that were given out on their side too: mine were never saved, so mine move on. */
const renumber = (nodes: readonly ScenarioNode[], { base, mine, theirs }: MergeInput) => {
  const settled = new Set([...base.nodes, ...theirs.nodes].map(({ id }) => id));
  const isGivenOut = (number: number) => number >= base.nextNumber && number < theirs.nextNumber;
  let nextNumber = Math.max(mine.nextNumber, theirs.nextNumber);
  const renumbered = nodes.map((node) => {
    if (settled.has(node.id) || !isGivenOut(node.number)) return node;
    nextNumber += 1;
    return { ...node, number: nextNumber - 1 };
  });
  return { nodes: renumbered, nextNumber };
};

const hasLoop = (document: ScenarioDocument): boolean =>
  findIssues(document).some(({ code }) => code === 'endless_loop');

/** Both people's changes in one document, or what they changed in ways that exclude each other. */
export const mergeDocuments = (input: MergeInput): MergeResult => {
  const nodes = { base: byId(input.base), mine: byId(input.mine), theirs: byId(input.theirs) };
  const ids = new Set([...nodes.theirs.keys(), ...nodes.mine.keys(), ...nodes.base.keys()]);
  const merged = [...ids].map((id) => mergeNode(id, nodes));
  const kept = merged.flatMap((one) => ('node' in one && one.node ? [one.node] : []));
  const clashes = merged.flatMap((one) => ('clash' in one ? [one.clash] : []));
  if (clashes.length > 0) return { ok: false, clashes };

  const edges = mergeEdges(input, new Map(kept.map((node) => [node.id, node])));
  if (!edges.ok) return edges;

  const notes = mergeNotes(input);
  if (!notes.ok) return notes;
  const document: ScenarioDocument = {
    schemaVersion: 1,
    ...renumber(kept, input),
    edges: [...edges.edges],
    notes: notes.notes,
  };
  const isNewLoop = hasLoop(document) && !hasLoop(input.mine) && !hasLoop(input.theirs);
  if (isNewLoop || !parseDocument(document).ok)
    return {
      ok: false,
      clashes: [{ elementId: null, words: 'Your connections and theirs do not fit together' }],
    };
  return { ok: true, document };
};
