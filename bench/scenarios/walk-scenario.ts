import { addNode, describeNode, emptyDocument, type NodeKind, type ScenarioDocument } from '@curlew/scenario';

const attributeIs = (comparison: object) => ({
  filter: {
    match: 'all',
    groups: [{ match: 'all', conditions: [{ kind: 'attribute', ...comparison }] }],
  },
});

const did = (event: string) => ({
  filter: {
    match: 'all',
    groups: [
      {
        match: 'all',
        conditions: [{ kind: 'event', event, did: true, atLeast: 1, withinDays: 2, where: [] }],
      },
    ],
  },
});

const write = (name: string, type: string, value: string) => ({ attributes: [{ name, type, value }] });

/** Ten nodes that every customer comes through: conditions, split, attributes, events, a wait of a day; nothing is sent. */
const steps: readonly (readonly [kind: NodeKind, settings: object])[] = [
  ['now', {}],
  [
    'condition',
    attributeIs({
      property: 'city',
      operator: 'one_of',
      type: 'text',
      values: ['Bratislava', 'Praha', 'London'],
    }),
  ],
  ['split', {}],
  ['set_attribute', write('greeting', 'text', 'Hi {{ customer.first_name }}')],
  [
    'track_event',
    {
      event: 'bench_entered',
      properties: [{ name: 'points', type: 'number', value: '{{ customer.points }}' }],
    },
  ],
  ['wait', { mode: 'duration', duration: { amount: 1, unit: 'days' } }],
  ['condition', did('bench_entered')],
  ['condition', attributeIs({ property: 'points', operator: 'at_least', type: 'number', values: ['5000'] })],
  ['set_attribute', write('stage', 'number', '2')],
  ['track_event', { event: 'bench_left' }],
];

export const walkScenario = (): ScenarioDocument => {
  const placed = steps.reduce(
    (document, [kind], index) =>
      addNode(document, { kind, id: `n${index}`, position: { x: index * 300, y: 0 } }),
    emptyDocument(),
  );
  const nodes = placed.nodes.map(
    (node, index) => ({ ...node, settings: { ...node.settings, ...steps[index]?.[1] } }) as typeof node,
  );
  const edges = nodes.slice(0, -1).flatMap((node, index) =>
    describeNode(node).outputs.map(({ id: output }) => ({
      id: `e${index}-${output}`,
      source: node.id,
      output,
      target: `n${index + 1}`,
    })),
  );
  return { ...placed, nodes, edges };
};
