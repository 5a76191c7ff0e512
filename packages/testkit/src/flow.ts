import {
  nodeKinds,
  type NodeKind,
  type NodeOf,
  type ScenarioDocument,
  type ScenarioNode,
} from '@curlew/scenario';

/** A node of any kind with its kind's default settings; `settings` replaces what the test is about. Its id is its kind, as it comes. */
export const createNode = <K extends NodeKind>(
  kind: K,
  settings: Partial<NodeOf<K>['settings']> = {},
  id: string = kind,
): NodeOf<K> =>
  // The kind and its settings belong together, which a generic function cannot show.
  ({
    id,
    number: 1,
    name: id,
    position: { x: 0, y: 0 },
    kind,
    settings: { ...nodeKinds[kind].defaults(), ...settings },
  }) as unknown as NodeOf<K>;

/** A document of these nodes and connections (`source`, `output`, `target`), numbered in their order. Nothing is checked. */
export const createFlow = (
  nodes: readonly ScenarioNode[],
  edges: readonly (readonly [source: string, output: string, target: string])[] = [],
): ScenarioDocument => ({
  schemaVersion: 1,
  nextNumber: nodes.length + 1,
  nodes: nodes.map((node, index) => ({ ...node, number: index + 1 })),
  edges: edges.map(([source, output, target], index) => ({ id: `e${index}`, source, output, target })),
  notes: [],
});
