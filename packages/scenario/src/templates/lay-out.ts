import type { ScenarioDocument } from '../document.ts';
import { nodeSchema, type NodeKind, type NodeOf } from '../node.ts';

type SettingsDraft<K extends NodeKind> = Partial<NodeOf<K>['settings']>;

/** A node of a template: its place in columns and rows from the upper left, and what differs from default settings. */
export type NodeDraft = {
  readonly [K in NodeKind]: {
    readonly kind: K;
    readonly name: string;
    readonly column: number;
    readonly row?: number;
    readonly settings: SettingsDraft<K>;
  };
}[NodeKind];

interface Draft<Key extends string> {
  readonly nodes: { readonly [K in Key]: NodeDraft };
  /** From a node's output to a node: `['start', 'out', 'welcome']`. */
  readonly connections: readonly (readonly [from: Key, output: string, to: Key])[];
  /** What the author should know, as a note above the nodes. */
  readonly note: string;
}

// A node is 220 wide and up to 96 high; 100 between them leave room for the labels of connections.
const columnWidth = 320;
const rowHeight = 196;
const noteHeight = 120;

/** The document of a draft, laid out from left to right. */
export const layOut = <Key extends string>(
  { nodes, connections, note }: Draft<Key>,
  newId: () => string,
): ScenarioDocument => {
  // Object.entries forgets that the keys are known.
  const drafts = Object.entries(nodes) as [Key, NodeDraft][];
  const ids = new Map(drafts.map(([key]) => [key, newId()]));
  const idOf = (key: Key): string => ids.get(key) ?? key;
  return {
    schemaVersion: 1,
    nextNumber: drafts.length + 1,
    nodes: drafts.map(([key, { column, row = 0, ...draft }], index) =>
      nodeSchema.parse({
        ...draft,
        id: idOf(key),
        number: index + 1,
        position: { x: column * columnWidth, y: row * rowHeight },
      }),
    ),
    edges: connections.map(([from, output, to]) => ({
      id: newId(),
      source: idOf(from),
      output,
      target: idOf(to),
    })),
    notes: [
      {
        id: newId(),
        text: note,
        colour: 'yellow',
        position: { x: 0, y: -(noteHeight + 60) },
        size: { width: 540, height: noteHeight },
      },
    ],
  };
};
