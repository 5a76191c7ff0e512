import type { ScenarioChange, ScenarioSummary } from '@curlew/contract';
import { expect, it } from 'vitest';
import { describeDone, describeRefused, undoOf } from './describe-change.ts';

const folders = [
  { id: 'f1', name: 'Seasons' },
  { id: 'f2', name: 'Orders' },
];

const scenario = (id: string, name: string, folder: ScenarioSummary['folder'] = null): ScenarioSummary => ({
  id,
  name,
  status: 'draft',
  createdAt: '2026-11-22T08:00:00Z',
  updatedAt: '2026-11-22T08:00:00Z',
  updatedBy: 'Jana',
  nodeCount: 2,
  tags: [],
  folder,
  owner: null,
  lastRun: null,
});

const scenarios = [
  scenario('a', 'Spring', { id: 'f1', name: 'Seasons' }),
  scenario('b', 'Summer'),
  scenario('c', 'Autumn', { id: 'f1', name: 'Seasons' }),
  scenario('d', 'Winter'),
];
const done = (...changedIds: string[]) => ({ changedIds, refused: [] });

it.each<[ScenarioChange, string[], string | null]>([
  [{ kind: 'archive' }, ['a'], '“Spring” is in the archive.'],
  [{ kind: 'archive' }, ['a', 'b'], '2 scenarios are in the archive.'],
  [{ kind: 'restore' }, ['b'], '“Summer” is back in the list.'],
  [{ kind: 'move', folderId: 'f2' }, ['a', 'b'], '2 scenarios are now in “Orders”.'],
  [{ kind: 'move', folderId: null }, ['a'], '“Spring” is in no folder any more.'],
  [{ kind: 'add_tag', tag: 'vip' }, ['a'], '“Spring” has the tag “vip” now.'],
  [{ kind: 'remove_tag', tag: 'vip' }, ['a', 'b'], '2 scenarios have the tag “vip” no more.'],
  [{ kind: 'archive' }, [], null],
])('%j of %j is told as %s', (change, ids, expected) => {
  expect(describeDone({ change, scenarios, result: done(...ids), folders })).toBe(expected);
});

it('names what was refused, by reason', () => {
  const running = ['a', 'b', 'c', 'd'].map((id) => ({
    id,
    name: id.toUpperCase(),
    reason: 'running' as const,
  }));
  const gone = { id: 'b', name: null, reason: 'not_found' as const };
  expect(describeRefused({ scenarios, result: { changedIds: [], refused: [...running, gone] } })).toEqual([
    '“A”, “B”, “C” and 1 more are running and were not archived. Archive them when their runs have ended.',
    '“Summer” does not exist any more.',
  ]);
});

it.each<[ScenarioChange, ReturnType<typeof undoOf>]>([
  [{ kind: 'archive' }, [{ ids: ['a', 'b', 'c'], change: { kind: 'restore' } }]],
  [{ kind: 'restore' }, [{ ids: ['a', 'b', 'c'], change: { kind: 'archive' } }]],
  [{ kind: 'add_tag', tag: 'x' }, [{ ids: ['a', 'b', 'c'], change: { kind: 'remove_tag', tag: 'x' } }]],
  [{ kind: 'remove_tag', tag: 'x' }, [{ ids: ['a', 'b', 'c'], change: { kind: 'add_tag', tag: 'x' } }]],
  [
    { kind: 'move', folderId: 'f2' },
    [
      { ids: ['a', 'c'], change: { kind: 'move', folderId: 'f1' } },
      { ids: ['b'], change: { kind: 'move', folderId: null } },
    ],
  ],
])('takes %j back', (change, expected) => {
  expect(undoOf({ change, scenarios, result: done('a', 'b', 'c') })).toEqual(expected);
  expect(undoOf({ change, scenarios, result: done() })).toEqual([]);
});
