import {
  addNode,
  describeNode,
  emptyDocument,
  type NodeKind,
  type NodeOf,
  type ScenarioDocument,
} from '@curlew/scenario';
import { createSmsSettings, connectOutput } from './documents.ts';

/** A node by its id, kind, and the settings that differ from the usual ones. */
export type DrawnNode = {
  readonly [K in NodeKind]: readonly [id: string, kind: K, settings?: Partial<NodeOf<K>['settings']>];
}[NodeKind];

/**
 * A document as it would be drawn, numbered from 1. Connections are written `from > to`, or `from.output > to`; without an output it
 * is the node's first. An SMS node says Hello where nothing else is said.
 */
export const drawDocument = (
  nodes: readonly DrawnNode[],
  connections: readonly string[],
): ScenarioDocument => {
  const placed = nodes.reduce(
    (document, [id, kind], index) => addNode(document, { kind, id, position: { x: index * 280, y: 0 } }),
    emptyDocument(),
  );
  const changes = new Map(nodes.map(([id, , settings]) => [id, settings]));
  const filled: ScenarioDocument = {
    ...placed,
    nodes: placed.nodes.map((node) => {
      const usual = node.kind === 'sms' ? createSmsSettings() : node.settings;
      // The change is of the node's own kind, which the list of nodes cannot show.
      return { ...node, settings: { ...usual, ...changes.get(node.id) } } as typeof node;
    }),
  };
  return connections.reduce((document, written) => {
    const [from = '', target = ''] = written.split('>').map((part) => part.trim());
    const [source = '', named] = from.split('.');
    const node = filled.nodes.find(({ id }) => id === source);
    if (!node) throw new Error(`“${written}” leads from a node that is not drawn`);
    const output = named ?? describeNode(node).outputs[0]?.id ?? 'out';
    return connectOutput(document, { source, target, output });
  }, filled);
};
