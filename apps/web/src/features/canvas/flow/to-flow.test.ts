import { emptyNodeCounts, type NodeCounts } from '@curlew/contract';
import { describe, expect, it } from 'vitest';
import { moveNodes } from '../commands/move-nodes.ts';
import { sampleDocument, withName } from '../testing/sample-document.ts';
import { type FlowInput, noFlow, toFlow } from './to-flow.ts';

const document = sampleDocument(
  [
    ['now', 'now'],
    ['sms', 'sms', 320, 16],
  ],
  [['now', 'sms']],
);
const counts: NodeCounts = {
  ...emptyNodeCounts('now'),
  entered: 10,
  left: 9,
  outputs: [{ id: 'out', count: 9 }],
};
const nothing = noFlow;
const input: FlowInput = {
  document,
  selectedNodes: new Set(),
  selectedEdges: new Set(),
  dragged: new Map(),
  problems: new Map(),
  counts: null,
  targets: null,
  isReadOnly: false,
  editedNote: null,
  nearEdge: null,
};

it('draws each node where it stands and each connection between its ends', () => {
  const { nodes, edges } = toFlow(input, nothing);
  expect(nodes.map(({ id, position }) => [id, position])).toEqual([
    ['now', { x: 0, y: 0 }],
    ['sms', { x: 320, y: 16 }],
  ]);
  expect(edges).toMatchObject([{ source: 'now', sourceHandle: 'out', target: 'sms', targetHandle: 'in' }]);
});

it('says in words what a node and a connection are', () => {
  const { nodes, edges } = toFlow(
    { ...input, problems: new Map([['sms', { errors: 1, warnings: 1 }]]) },
    nothing,
  );
  expect(nodes.map(({ ariaLabel }) => ariaLabel)).toEqual([
    'Now, All customers, at start',
    'SMS, No message yet, 2 problems',
  ]);
  expect(edges[0]?.ariaLabel).toBe('Connection from Now to SMS');
});

it('gives a node the outputs and the input of its kind', () => {
  const handles = toFlow(input, nothing).nodes.map((node) =>
    node.handles?.map(({ id, type }) => `${type} ${id}`),
  );
  expect(handles).toEqual([['source out'], ['target in', 'source out']]);
});

it('shows what is selected, dragged, possible and open', () => {
  const { nodes, edges } = toFlow(
    {
      ...input,
      selectedNodes: new Set(['sms']),
      selectedEdges: new Set(['now-sms']),
      dragged: new Map([['sms', { x: 5, y: 6 }]]),
      targets: new Set(['sms']),
    },
    nothing,
  );
  expect(nodes[0]).toMatchObject({ selected: false, data: { target: 'refused', openOutputs: '' } });
  expect(nodes[1]).toMatchObject({
    selected: true,
    position: { x: 5, y: 6 },
    data: { target: 'possible', openOutputs: 'out' },
  });
  expect(edges[0]?.selected).toBe(true);
});

it('shows the counts of a run on nodes and connections', () => {
  const { nodes, edges } = toFlow({ ...input, counts: new Map([['now', counts]]) }, nothing);
  expect(nodes.map(({ data }) => 'counts' in data && data.counts)).toEqual([counts, null]);
  expect(edges[0]?.data?.count).toBe(9);
  expect(edges[0]?.ariaLabel).toBe('Connection from Now to SMS, 9 went this way');
});

it('counts on a connection only who left by its output, and nobody where none did', () => {
  const other = { ...counts, outputs: [{ id: 'elsewhere', count: 9 }] };
  const [edge] = toFlow({ ...input, counts: new Map([['now', other]]) }, nothing).edges;
  expect(edge?.data?.count).toBe(0);
  expect(edge?.ariaLabel).toBe('Connection from Now to SMS');
});

describe('keeps what did not change', () => {
  const before = toFlow(input, nothing);

  it('all of it', () => {
    const after = toFlow({ ...input }, before);
    expect(after.nodes.map((node, index) => node === before.nodes[index])).toEqual([true, true]);
    expect(after.edges).toBe(before.edges);
  });

  it.each<[string, Partial<FlowInput>]>([
    ['moved', { document: moveNodes(document, new Map([['sms', { x: 0, y: 300 }]])) }],
    ['dragged', { dragged: new Map([['sms', { x: 1, y: 1 }]]) }],
    ['renamed', { document: withName(document, 'sms', 'Spring') }],
    ['selected', { selectedNodes: new Set(['sms']) }],
    ['faulty', { problems: new Map([['sms', { errors: 1, warnings: 0 }]]) }],
  ])('but the node that was %s', (_, change) => {
    const after = toFlow({ ...input, ...change }, before);
    expect(after.nodes[0]).toBe(before.nodes[0]);
    expect(after.nodes[1]).not.toBe(before.nodes[1]);
  });

  it('but the node that gets counts: its card grows', () => {
    const after = toFlow({ ...input, counts: new Map([['now', counts]]) }, before);
    expect(after.nodes[1]).toBe(before.nodes[1]);
    expect(after.nodes[0]?.height).toBeGreaterThan(before.nodes[0]?.height ?? 0);
  });

  it('where a run tells of all its nodes anew, and only one has other counts', () => {
    const told = (left: number): ReadonlyMap<string, NodeCounts> =>
      new Map([
        ['now', { ...counts, outputs: [{ id: 'out', count: 9 }] }],
        ['sms', { ...counts, nodeId: 'sms', left }],
      ]);
    const first = toFlow({ ...input, counts: told(1) }, noFlow);
    const same = toFlow({ ...input, counts: told(1) }, first);
    expect([same.nodes, same.edges]).toEqual([first.nodes, first.edges]);
    expect(same.nodes).toBe(first.nodes);
    expect(same.edges).toBe(first.edges);
    const next = toFlow({ ...input, counts: told(2) }, same);
    expect(next.nodes[0]).toBe(first.nodes[0]);
    expect(next.nodes[1]).not.toBe(first.nodes[1]);
    expect(next.edges).toBe(first.edges);
  });
});
