import { expect, it } from 'vitest';
import type { Expected } from '@curlew/contract';
import { draftItems, newItem, readItem } from './item-draft.ts';

const all: readonly Expected[] = [
  { kind: 'gets', nodeId: 'offer', contains: 'Hi', language: 'sk', from: 3_540, to: 3_660 },
  { kind: 'gets', nodeId: null, contains: null, language: null, from: null, to: null },
  { kind: 'gets_nothing' },
  { kind: 'ends_at', nodeId: 'end' },
];

it('reads again what nobody changed', () => {
  expect(draftItems(all).map(readItem)).toEqual(all.map((expected) => ({ ok: true, expected })));
});

it.each([
  [{ kind: 'ends_at' }, 'node'],
  [{ from: 'soon' }, 'from'],
  [{ to: '5' }, 'to'],
  [{ from: '2 h', to: '1 h' }, 'to'],
] as const)('of %o says that the %s is wrong', (typed, field) => {
  expect(readItem({ ...newItem('gets', 0), ...typed })).toMatchObject({ ok: false, mistake: { field } });
});
