import { emptyDocument, type CanvasNote, type ScenarioDocument } from '@curlew/scenario';
import { expect, it } from 'vitest';
import { mergeNotes } from './merge-notes.ts';

const note = (text: string, change: Partial<CanvasNote> = {}): CanvasNote => ({
  id: 'n',
  text,
  colour: 'yellow',
  position: { x: 0, y: 0 },
  size: { width: 200, height: 100 },
  ...change,
});
const withNotes = (...notes: CanvasNote[]): ScenarioDocument => ({ ...emptyDocument(), notes });

const base = withNotes(note('a'));
const moved = { position: { x: 9, y: 9 } };

it.each([
  ['what I wrote and they moved', withNotes(note('b')), withNotes(note('a', moved)), [note('b', moved)]],
  ['what I deleted', withNotes(), base, []],
  ['what they deleted', base, withNotes(), []],
  ['what I deleted and they wrote', withNotes(), withNotes(note('b')), [note('b')]],
  ['what both wrote alike', withNotes(note('b')), withNotes(note('b')), [note('b')]],
  [
    'what is new on both sides',
    withNotes(note('a'), note('x', { id: 'm' })),
    withNotes(note('a'), note('y', { id: 'o' })),
    [note('a'), note('y', { id: 'o' }), note('x', { id: 'm' })],
  ],
])('merges %s', (_, mine, ...[theirs, notes]) => {
  expect(mergeNotes({ base, mine, theirs })).toEqual({ ok: true, notes });
});

it('asks where both wrote different words', () => {
  expect(mergeNotes({ base, mine: withNotes(note('b')), theirs: withNotes(note('c')) })).toEqual({
    ok: false,
    clashes: [{ elementId: 'n', words: 'The note “b” was changed by both of you' }],
  });
});
