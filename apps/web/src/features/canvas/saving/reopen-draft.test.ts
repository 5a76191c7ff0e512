import { expect, it } from 'vitest';
import { sampleDocument, withName } from '../testing/sample-document.ts';
import { isUnsaved, type SavedDraft } from './draft.ts';
import type { LocalCopy } from './local-copy.ts';
import { reopenDraft } from './reopen-draft.ts';

const base = sampleDocument([
  ['a', 'sms'],
  ['b', 'sms'],
]);
const savedAs = (revision: number, document = base): SavedDraft => ({
  revision,
  document,
  updatedAt: '2026-11-22T10:42:00.000Z',
  updatedBy: 'Jana',
});
const kept: LocalCopy = {
  id: 'tab',
  scenarioId: 's',
  reason: 'unsaved',
  by: null,
  at: '2026-11-22T10:41:00.000Z',
  document: withName(base, 'a', 'Mine'),
  revision: 4,
  base,
  sent: [],
};

it.each([
  { what: 'nothing kept', saved: savedAs(4), copy: null, restored: 'none', unsaved: false, first: 'SMS' },
  {
    what: 'nothing saved since',
    saved: savedAs(4),
    copy: kept,
    restored: 'ours',
    unsaved: true,
    first: 'Mine',
  },
  {
    what: 'saved after all while the page went away',
    saved: savedAs(5, structuredClone(kept.document)),
    copy: kept,
    restored: 'none',
    unsaved: false,
    first: 'Mine',
  },
  {
    what: 'an earlier state of it saved while the page went away',
    saved: savedAs(5, withName(base, 'a', 'Mi')),
    copy: { ...kept, sent: [withName(base, 'a', 'Mi')] },
    restored: 'ours',
    unsaved: true,
    first: 'Mine',
  },
  {
    what: 'another node changed by somebody else',
    saved: savedAs(5, withName(base, 'b', 'Theirs')),
    copy: kept,
    restored: 'merged',
    unsaved: true,
    first: 'Mine',
  },
  {
    what: 'the same node changed by somebody else',
    saved: savedAs(5, withName(base, 'a', 'Theirs')),
    copy: kept,
    restored: 'conflict',
    unsaved: true,
    first: 'Mine',
  },
])('$what: $restored', ({ saved, copy, restored, unsaved, first }) => {
  const reopened = reopenDraft(saved, copy, 0);
  expect(reopened.restored).toBe(restored);
  expect(isUnsaved(reopened.draft)).toBe(unsaved);
  expect(reopened.draft.history.present.nodes[0]?.name).toBe(first);
});
