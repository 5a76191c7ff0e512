// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest';
import { sampleDocument } from '../testing/sample-document.ts';
import type { LocalCopy } from './local-copy.ts';
import { keepCopy, listCopies, removeCopy } from './local-copies.ts';

const document = sampleDocument([['a', 'sms']]);
const copy = (id: string, minute: number, reason: LocalCopy['reason'] = 'set_aside'): LocalCopy => ({
  id,
  scenarioId: 's',
  reason,
  by: null,
  at: `2026-11-22T10:${minute}:00.000Z`,
  document,
  revision: 1,
  base: document,
  sent: [],
});
const idsOf = (scenarioId: string) => listCopies(localStorage, scenarioId).map(({ id }) => id);

beforeEach(() => localStorage.clear());

it('lists the copies of one scenario, newest first', () => {
  keepCopy(localStorage, copy('a', 10));
  keepCopy(localStorage, copy('b', 20, 'unsaved'));
  keepCopy(localStorage, { ...copy('c', 30), scenarioId: 'other' });
  expect(idsOf('s')).toEqual(['b', 'a']);
  expect(listCopies(localStorage, 's')[1]).toEqual(copy('a', 10));
});

it('keeps the newest five of those set aside, and all that is unsaved', () => {
  keepCopy(localStorage, copy('unsaved', 10, 'unsaved'));
  for (let minute = 11; minute <= 17; minute += 1) keepCopy(localStorage, copy(`m${minute}`, minute));
  expect(idsOf('s')).toEqual(['m17', 'm16', 'm15', 'm14', 'm13', 'unsaved']);
});

it('forgets a copy', () => {
  keepCopy(localStorage, copy('a', 10));
  removeCopy(localStorage, { scenarioId: 's', id: 'a' });
  expect(idsOf('s')).toEqual([]);
});

it.each(['', '{', '{"id":"x"}', JSON.stringify({ ...copy('x', 10), document: { nodes: [] } })])(
  'does not list what it cannot read: %s',
  (text) => {
    localStorage.setItem('curlew.copy.s.x', text);
    expect(idsOf('s')).toEqual([]);
  },
);

it('says so when the browser has no room', () => {
  const full: Storage = Object.assign(Object.create(localStorage), {
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  });
  expect(keepCopy(full, copy('a', 10))).toBe(false);
});
