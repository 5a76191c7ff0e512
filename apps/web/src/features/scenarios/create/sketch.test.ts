import { addNode, emptyDocument, scenarioTemplates } from '@curlew/scenario';
import { expect, it } from 'vitest';
import { sketchOf } from './sketch.ts';

it('draws nothing of nothing', () => {
  expect(sketchOf(emptyDocument())).toEqual({ width: 0, height: 0, boxes: [], lines: [] });
});

it('draws nodes where they stand, in the colour of their family, and lines between them', () => {
  const now = addNode(emptyDocument(), { kind: 'now', id: 'now', position: { x: -100, y: 40 } });
  const both = addNode(now, { kind: 'sms', id: 'sms', position: { x: 220, y: 240 } });
  const edges = [{ id: 'e', source: 'now', output: 'out', target: 'sms' }];
  expect(sketchOf({ ...both, edges })).toEqual({
    width: 544,
    height: 320,
    boxes: [
      { id: 'now', x: 12, y: 12, family: 'trigger' },
      { id: 'sms', x: 332, y: 212, family: 'message' },
    ],
    lines: [{ id: 'e', path: 'M212 60H272V260H332' }],
  });
});

it.each(scenarioTemplates.map((template) => [template.title, template] as const))(
  'draws all of %s',
  (_, template) => {
    let count = 0;
    const document = template.build(() => `id-${(count += 1)}`);
    const sketch = sketchOf(document);
    expect(sketch.boxes).toHaveLength(document.nodes.length);
    expect(sketch.lines).toHaveLength(document.edges.length);
    expect(sketch.boxes.every(({ x, y }) => x >= 0 && y >= 0)).toBe(true);
  },
);
