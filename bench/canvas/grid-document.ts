import { addNode, describeNode, emptyDocument, type NodeKind, type ScenarioDocument } from '@curlew/scenario';
import { drawGrid } from './grid.ts';

const kinds: readonly NodeKind[] = ['sms', 'condition', 'wait', 'split', 'webhook', 'set_attribute', 'limit'];
const message =
  'Hi {{ customer.first_name|default("friend") }}, your order of {{ customer.last_order_total }} EUR is on its way';

/** A scenario of so many nodes of many kinds: a trigger in each row, and what follows it. */
export const gridDocument = (count: number): ScenarioDocument => {
  const { nodes, edges } = drawGrid(count);
  const isTrigger = new Set(nodes.map(({ id }) => id));
  for (const { target } of edges) isTrigger.delete(target);
  const drawn = nodes.reduce((document, { id, x, y }, index) => {
    const kind = isTrigger.has(id) ? 'now' : (kinds[index % kinds.length] ?? 'sms');
    return addNode(document, { kind, id, position: { x, y } });
  }, emptyDocument());
  const written = drawn.nodes.map((node) =>
    node.kind === 'sms'
      ? { ...node, settings: { ...node.settings, sender: 'Curlew', versions: [{ language: 'en', message }] } }
      : node,
  );
  const outputs = new Map(drawn.nodes.map((node) => [node.id, describeNode(node).outputs[0]?.id ?? 'out']));
  return {
    ...drawn,
    nodes: written,
    edges: edges.map(({ source, target }) => ({
      id: `${source}-${target}`,
      source,
      output: outputs.get(source) ?? 'out',
      target,
    })),
  };
};
