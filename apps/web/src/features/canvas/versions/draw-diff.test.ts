import { diffDocuments, type ScenarioDocument } from '@curlew/scenario';
import { expect, it } from 'vitest';
import { sampleDocument, withName } from '../testing/sample-document.ts';
import { changeLinesOf } from './change-lines.ts';
import { drawDiff } from './draw-diff.ts';

const before = sampleDocument(
  [
    ['now', 'now'],
    ['a', 'sms', 320],
    ['b', 'sms', 640],
  ],
  [
    ['now', 'a'],
    ['a', 'b'],
  ],
);
const note = {
  id: 'note',
  text: 'Ask Jana\nabout this',
  colour: 'yellow' as const,
  position: { x: 0, y: 200 },
  size: { width: 200, height: 100 },
};

/** Without b, a renamed and moved, c added in its place, and a note. */
const after: ScenarioDocument = {
  ...withName(
    sampleDocument(
      [
        ['now', 'now', 16],
        ['a', 'sms', 320, 64],
        ['c', 'wait', 640],
      ],
      [
        ['now', 'a'],
        ['a', 'c'],
      ],
    ),
    'a',
    'Spring',
  ),
  notes: [note],
};
const diff = diffDocuments(before, after);

it('draws what is there, and what is gone as ghosts among it', () => {
  const { nodes, edges, marks } = drawDiff(after, diff);
  expect(nodes.map(({ id, className = '' }) => [id, className])).toEqual([
    ['now', 'is-moved'],
    ['a', 'is-changed'],
    ['c', 'is-added'],
    ['b', 'is-removed'],
    ['note', 'is-added'],
  ]);
  expect(edges.map(({ id, className = '' }) => [id, className])).toEqual([
    ['now-a', ''],
    ['a-c', 'is-added'],
    ['removed:a-b', 'is-removed'],
  ]);
  expect(marks.get('b')).toBe('removed');
  expect(nodes[1]?.ariaLabel).toMatch(/^Spring, .*, changed$/);
});

it('nothing is marked where nothing changed', () => {
  const { nodes, edges, marks } = drawDiff(after, diffDocuments(after, after));
  expect([...nodes, ...edges].filter(({ className }) => className !== undefined)).toEqual([]);
  expect(marks.size).toBe(0);
});

it('a connection that was led elsewhere and kept its id is drawn both ways', () => {
  const led = { ...before, edges: before.edges.map((edge) => ({ ...edge, target: 'b' })).slice(0, 1) };
  const { edges } = drawDiff(led, diffDocuments(before, led));
  const ids = edges.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toContain('removed:now-a');
});

it('says what changed in words, what only moved last', () => {
  const lines = changeLinesOf(diff, before, after);
  expect(lines.map(({ how, title }) => `${how}: ${title}`)).toEqual([
    'changed: SMS',
    'added: Wait',
    'removed: SMS 2',
    'added: Connection from SMS Spring to Wait',
    'removed: Connection from SMS Spring to SMS 2',
    'added: Note “Ask Jana”',
    'moved: Now',
  ]);
  expect(lines[0]?.changes).toEqual([
    { field: 'name', label: 'name', before: 'SMS', after: 'Spring', form: 'value' },
  ]);
});

it('says what of a note changed', () => {
  const noteWith = (change: Partial<typeof note>): ScenarioDocument => ({
    ...after,
    notes: [{ ...note, ...change }],
  });
  const changed = noteWith({ text: 'Asked' });
  const [line] = changeLinesOf(diffDocuments(after, changed), after, changed);
  expect(line).toMatchObject({
    title: 'Note “Asked”',
    changes: [{ label: 'text', before: 'Ask Jana\nabout this', after: 'Asked', form: 'text' }],
  });
});
