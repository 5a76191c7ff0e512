import { addNode, emptyDocument, type ScenarioDocument } from '@curlew/scenario';

/** What every customer is sent: a name, a number and a choice, in one part. */
export const sendText =
  'Hi {{ customer.first_name }}, your {{ customer.points }} points are {% if customer.points > 5000 %}a lot{% else %}waiting{% endif %}. See you in {{ customer.city }}!';

/** Two nodes: everyone now, and one message each. */
export const sendScenario = (): ScenarioDocument => {
  const nodes = [
    { kind: 'now', id: 'n0', position: { x: 0, y: 0 } },
    { kind: 'sms', id: 'n1', position: { x: 300, y: 0 } },
  ] as const;
  const placed = nodes.reduce((document, node) => addNode(document, node), emptyDocument());
  const settings = { sender: 'Curlew', versions: [{ language: 'en', message: sendText }], maximumParts: 2 };
  return {
    ...placed,
    nodes: placed.nodes.map((node) =>
      node.kind === 'sms' ? { ...node, settings: { ...node.settings, ...settings } } : node,
    ),
    edges: [{ id: 'e0', source: 'n0', output: 'out', target: 'n1' }],
  };
};
