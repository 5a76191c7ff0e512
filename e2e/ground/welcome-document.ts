import { addNode, emptyDocument, type NodeKind, type ScenarioDocument } from '@curlew/scenario';

interface Drawn {
  readonly id: string;
  readonly kind: NodeKind;
  readonly x: number;
  readonly y: number;
  readonly settings?: object;
}

const nodes: readonly Drawn[] = [
  { id: 'now', kind: 'now', x: 0, y: 0 },
  {
    id: 'condition',
    kind: 'condition',
    x: 320,
    y: 0,
    settings: {
      filter: {
        match: 'all',
        groups: [
          {
            match: 'all',
            conditions: [
              {
                kind: 'attribute',
                property: 'email',
                type: 'text',
                operator: 'starts_with',
                values: ['zoe.'],
              },
            ],
          },
        ],
      },
    },
  },
  {
    id: 'track',
    kind: 'track_event',
    x: 640,
    y: 0,
    settings: { event: 'welcomed', mayTrigger: true },
  },
  { id: 'event', kind: 'on_event', x: 0, y: 240, settings: { event: 'welcomed' } },
  { id: 'wait', kind: 'wait', x: 320, y: 240, settings: { duration: { amount: 2, unit: 'days' } } },
  {
    id: 'sms',
    kind: 'sms',
    x: 640,
    y: 240,
    settings: {
      sender: 'HeronReed',
      versions: [{ language: 'en', message: 'Hi {{ customer.first_name }}' }],
    },
  },
];

const connections = [
  ['now', 'out', 'condition'],
  ['condition', 'match', 'track'],
  ['event', 'out', 'wait'],
  ['wait', 'out', 'sms'],
] as const;

/**
 * Everyone enters by Now; whoever is called Zoe gets an event, which lets them in a second time, to wait two days for a
 * message. The others leave where nothing leads on.
 */
export const welcomeDocument = (): ScenarioDocument => {
  const drawn = nodes.reduce(
    (document, { id, kind, x, y }) => addNode(document, { kind, id, position: { x, y } }),
    emptyDocument(),
  );
  const settings = new Map(nodes.map((node) => [node.id, node.settings]));
  return {
    ...drawn,
    // The settings are of the node's own kind, which the list of nodes cannot show.
    nodes: drawn.nodes.map(
      (node) => ({ ...node, settings: { ...node.settings, ...settings.get(node.id) } }) as typeof node,
    ),
    edges: connections.map(([source, output, target]) => ({
      id: `${source}-${target}`,
      source,
      output,
      target,
    })),
  };
};
