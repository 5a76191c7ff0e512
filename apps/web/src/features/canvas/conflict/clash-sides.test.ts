import type { ScenarioDocument } from '@curlew/scenario';
import { expect, it } from 'vitest';
import { mergeDocuments } from '../saving/merge-documents.ts';
import { sampleDocument, withName } from '../testing/sample-document.ts';
import { clashSidesOf } from './clash-sides.ts';

const base = sampleDocument(
  [
    ['now', 'now'],
    ['a', 'sms'],
    ['b', 'sms', 0, 300],
  ],
  [['now', 'a']],
);

const sidesOf = (mine: ScenarioDocument, theirs: ScenarioDocument) => {
  const merged = mergeDocuments({ base, mine, theirs });
  return clashSidesOf(merged.ok ? [] : merged.clashes, { base, mine, theirs });
};

it('shows what both made of a node, and nothing of what goes together', () => {
  const mine = withName(withName(base, 'a', 'Mine'), 'b', 'Only mine');
  const sides = sidesOf(mine, withName(base, 'a', 'Theirs'));
  expect(sides).toMatchObject([
    {
      words: '“Mine” was changed by both of you',
      mine: [{ changes: [{ label: 'name', before: 'SMS', after: 'Mine' }] }],
      theirs: [{ changes: [{ label: 'name', before: 'SMS', after: 'Theirs' }] }],
    },
  ]);
});

it('shows a deletion beside a change', () => {
  const without = { ...base, nodes: base.nodes.filter(({ id }) => id !== 'b') };
  const [side] = sidesOf(without, withName(base, 'b', 'Theirs'));
  expect(side).toMatchObject({ mine: [{ how: 'removed' }], theirs: [{ how: 'changed' }] });
});

it('shows both texts of a note', () => {
  const note = {
    id: 'n',
    colour: 'blue',
    position: { x: 0, y: 0 },
    size: { width: 240, height: 96 },
  } as const;
  const noted = (text: string): ScenarioDocument => ({ ...base, notes: [{ ...note, text }] });
  const input = { base: noted('was'), mine: noted('mine'), theirs: noted('theirs') };
  const merged = mergeDocuments(input);
  expect(clashSidesOf(merged.ok ? [] : merged.clashes, input)).toMatchObject([
    { mine: [{ changes: [{ after: 'mine' }] }], theirs: [{ changes: [{ after: 'theirs' }] }] },
  ]);
});
