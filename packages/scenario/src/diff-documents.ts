import { diffSettings, type SettingChange } from './diff-settings.ts';
import type { ScenarioDocument } from './document.ts';
import type { ScenarioEdge } from './edge.ts';
import type { ScenarioNode } from './node.ts';
import type { CanvasNote } from './note.ts';

/** What became of one thing on the canvas. `moved`: it stands elsewhere and says the same. */
export type Difference<T, Details = unknown> =
  | { readonly how: 'added'; readonly after: T }
  | { readonly how: 'removed'; readonly before: T }
  | ({ readonly how: 'changed'; readonly before: T; readonly after: T } & Details)
  | { readonly how: 'moved'; readonly before: T; readonly after: T };

export type NodeDifference = Difference<ScenarioNode, { readonly settings: readonly SettingChange[] }>;
export type NoteDifference = Difference<CanvasNote>;

/** A connection is what it joins: one that leads elsewhere is another one. */
export type EdgeDifference =
  | { readonly how: 'added'; readonly after: ScenarioEdge }
  | { readonly how: 'removed'; readonly before: ScenarioEdge };

/** What is other in a document than in an earlier one. What is the same is not in it. */
export interface DocumentDiff {
  readonly nodes: readonly NodeDifference[];
  readonly edges: readonly EdgeDifference[];
  readonly notes: readonly NoteDifference[];
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));

interface Placed {
  readonly id: string;
  readonly position: { readonly x: number; readonly y: number };
}

const isMoved = (before: Placed, after: Placed): boolean =>
  before.position.x !== after.position.x || before.position.y !== after.position.y;

/** Items of both sides: first those that are there, in their order, then those that are gone. */
const compare = <T extends Placed, D>(
  before: readonly T[],
  after: readonly T[],
  changed: (was: T, is: T) => D | null,
): readonly (D | Difference<T, never>)[] => {
  const [was, is] = [byId(before), byId(after)];
  const present = after.flatMap((item): readonly (D | Difference<T, never>)[] => {
    const old = was.get(item.id);
    if (!old) return [{ how: 'added', after: item }];
    const change = changed(old, item);
    if (change) return [change];
    return isMoved(old, item) ? [{ how: 'moved', before: old, after: item }] : [];
  });
  const gone = before.filter(({ id }) => !is.has(id));
  return [...present, ...gone.map((item) => ({ how: 'removed' as const, before: item }))];
};

const changedNode = (before: ScenarioNode, after: ScenarioNode): NodeDifference | null => {
  const settings = diffSettings(before, after);
  if (settings.length === 0 && before.kind === after.kind) return null;
  return { how: 'changed', before, after, settings };
};

const changedNote = (before: CanvasNote, after: CanvasNote): NoteDifference | null => {
  const isSame =
    before.text === after.text &&
    before.colour === after.colour &&
    before.size.width === after.size.width &&
    before.size.height === after.size.height;
  return isSame ? null : { how: 'changed', before, after };
};

const endsOf = ({ source, output, target }: ScenarioEdge): string => JSON.stringify([source, output, target]);

const compareEdges = (before: readonly ScenarioEdge[], after: readonly ScenarioEdge[]): EdgeDifference[] => {
  const [was, is] = [new Set(before.map(endsOf)), new Set(after.map(endsOf))];
  return [
    ...after.filter((edge) => !was.has(endsOf(edge))).map((edge) => ({ how: 'added' as const, after: edge })),
    ...before
      .filter((edge) => !is.has(endsOf(edge)))
      .map((edge) => ({ how: 'removed' as const, before: edge })),
  ];
};

/** What is other in `after` than in `before`: nodes and notes by their ids, connections by what they join. */
export const diffDocuments = (before: ScenarioDocument, after: ScenarioDocument): DocumentDiff => ({
  nodes: compare(before.nodes, after.nodes, changedNode),
  edges: compareEdges(before.edges, after.edges),
  notes: compare(before.notes, after.notes, changedNote),
});
