import { expect, it } from 'vitest';
import { emptyNodeCounts, type NodeCounts } from '@curlew/contract';
import { addNode, emptyDocument, type NodeKind, type ScenarioNode } from '@curlew/scenario';
import { tabsOfNode } from './who-tabs.ts';

const createNode = (kind: NodeKind): ScenarioNode => {
  const [node] = addNode(emptyDocument(), { kind, id: 'node', position: { x: 0, y: 0 } }).nodes;
  if (!node) throw new Error('nothing was drawn');
  return node;
};

const counts: NodeCounts = {
  ...emptyNodeCounts('if'),
  entered: 10,
  left: 7,
  ended: 1,
  outputs: [{ id: 'match', count: 6 }],
};
const shown = (node: Parameters<typeof tabsOfNode>[0], own: NodeCounts | null) =>
  tabsOfNode(node, own).map(({ label, count }) => `${label} ${count}`);

it('has a list for who is inside, for each output, and for who was ended, with how many', () => {
  expect(shown(createNode('condition'), counts)).toEqual(['Inside 3', 'Match 6', 'No match 0', 'Ended 1']);
  expect(shown(createNode('wait'), counts)).toEqual(['Inside 3', 'Left 6', 'Ended 1']);
});

it('says no numbers that were not counted', () => {
  expect(shown(createNode('condition'), null)).toEqual([
    'Inside null',
    'Match null',
    'No match null',
    'Ended null',
  ]);
  const older = { ...counts, ended: 0, outputs: [] };
  expect(shown(createNode('condition'), older)).toEqual([
    'Inside 3',
    'Match null',
    'No match null',
    'Ended 0',
  ]);
});
