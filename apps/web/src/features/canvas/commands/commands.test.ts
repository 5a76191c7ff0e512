import { emptyDocument, findIssues, parseDocument } from '@curlew/scenario';
import { describe, expect, it } from 'vitest';
import { columnStep, rowStep } from '../flow/node-size.ts';
import { countingIds, sampleDocument } from '../testing/sample-document.ts';
import { addAfter } from './add-after.ts';
import { addSample } from './add-sample.ts';
import { changeNode } from './change-node.ts';
import { connectNodes } from './connect-nodes.ts';
import { freePlace } from './free-place.ts';
import { moveNodes } from './move-nodes.ts';
import { removeElements } from './remove-elements.ts';

const near = { x: 0, y: 0 };
const pair = sampleDocument(
  [
    ['now', 'now'],
    ['sms', 'sms', columnStep],
  ],
  [['now', 'sms']],
);

describe('freePlace', () => {
  it.each([
    { wanted: { x: 1000, y: 1000 }, place: { x: 1008, y: 1008 } },
    { wanted: { x: 3, y: -3 }, place: { x: 0, y: rowStep } },
    { wanted: { x: 200, y: 60 }, place: { x: 208, y: 64 + rowStep } },
  ])('puts a node wanted at $wanted on the grid, clear of the others', ({ wanted, place }) => {
    expect(freePlace(pair, wanted)).toEqual(place);
  });
});

describe('addAfter', () => {
  it('puts the new node right of the other and leads to it', () => {
    const one = sampleDocument([['now', 'now', 32, 64]]);
    const next = addAfter(one, { kind: 'sms', nodeId: 'b', edgeId: 'e', afterId: 'now', near });
    expect(next.nodes[1]).toMatchObject({ id: 'b', kind: 'sms', position: { x: 352, y: 64 } });
    expect(next.edges).toEqual([{ id: 'e', source: 'now', output: 'out', target: 'b' }]);
  });

  it('does not lead to it when the output of the other is taken', () => {
    const next = addAfter(pair, { kind: 'sms', nodeId: 'b', edgeId: 'e', afterId: 'now', near });
    expect(next.edges).toEqual(pair.edges);
    expect(next.nodes[2]?.position).toEqual({ x: columnStep, y: rowStep });
  });

  it('puts a trigger under the other: nothing can lead to it', () => {
    const next = addAfter(pair, { kind: 'now', nodeId: 'b', edgeId: 'e', afterId: 'sms', near });
    expect(next.nodes[2]?.position).toEqual({ x: columnStep, y: rowStep });
    expect(next.edges).toEqual(pair.edges);
  });

  it('takes a free place near the given one when there is no other', () => {
    const next = addAfter(pair, { kind: 'sms', nodeId: 'b', edgeId: 'e', afterId: null, near });
    expect(next.nodes[2]?.position).toEqual({ x: 0, y: rowStep });
  });
});

it('the sample is connected and lacks nothing but the message and its sender', () => {
  const sample = addSample(emptyDocument(), countingIds());
  expect(parseDocument(sample).ok).toBe(true);
  const errors = findIssues(sample).filter(({ severity }) => severity === 'error');
  expect(errors.map(({ code }) => code)).toEqual(['sender_missing', 'message_missing']);
});

it('a refused connection changes nothing', () => {
  expect(connectNodes(pair, { id: 'x', source: 'sms', output: 'out', target: 'now' })).toBe(pair);
});

describe('removeElements', () => {
  it('takes the connections of a removed node along', () => {
    const next = removeElements(pair, { nodeIds: new Set(['sms']), edgeIds: new Set() });
    expect(next.nodes.map(({ id }) => id)).toEqual(['now']);
    expect(next.edges).toEqual([]);
  });

  it('never hands out the number of a removed node again', () => {
    const next = removeElements(pair, { nodeIds: new Set(['sms']), edgeIds: new Set() });
    expect(next.nextNumber).toBe(pair.nextNumber);
  });

  it('changes nothing when nothing of it is there', () => {
    expect(removeElements(pair, { nodeIds: new Set(['x']), edgeIds: new Set(['y']) })).toBe(pair);
  });
});

describe('moveNodes', () => {
  it('moves the named ones and leaves the others the same objects', () => {
    const next = moveNodes(pair, new Map([['sms', { x: 16, y: 32 }]]));
    expect(next.nodes[1]?.position).toEqual({ x: 16, y: 32 });
    expect(next.nodes[0]).toBe(pair.nodes[0]);
  });

  it('changes nothing when they stand there already', () => {
    expect(moveNodes(pair, new Map([['now', { x: 0, y: 0 }]]))).toBe(pair);
  });
});

describe('changeNode', () => {
  const [, sms] = pair.nodes;
  if (!sms) throw new Error('the sample has two nodes');

  it('takes the name and the settings, and leaves the node where it was moved to meanwhile', () => {
    const moved = moveNodes(pair, new Map([['sms', { x: 16, y: 32 }]]));
    const next = changeNode(moved, { ...sms, name: 'Spring' });
    expect(next.nodes[1]).toMatchObject({ name: 'Spring', position: { x: 16, y: 32 } });
  });

  it('changes nothing for a node that is gone', () => {
    expect(changeNode(pair, { ...sms, id: 'gone', name: 'Spring' })).toBe(pair);
  });
});
