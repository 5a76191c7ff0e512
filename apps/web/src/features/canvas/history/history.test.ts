import type { ScenarioDocument } from '@curlew/scenario';
import { expect, it } from 'vitest';
import { sampleDocument, withName } from '../testing/sample-document.ts';
import { closeStep, commit, type History, redo, startHistory, undo } from './history.ts';

const first = sampleDocument([['sms', 'sms']]);
const nameOf = ({ present }: History): string => present.nodes[0]?.name ?? '';
const rename = (name: string, document: ScenarioDocument = first) => withName(document, 'sms', name);

it('goes back and forward through at least 200 steps', () => {
  let history = startHistory(first);
  for (let step = 1; step <= 300; step += 1) history = commit(history, rename(`n${step}`), { nowMs: step });
  for (let step = 0; step < 300; step += 1) history = undo(history);
  expect(history.present).toBe(first);
  for (let step = 0; step < 300; step += 1) history = redo(history);
  expect(nameOf(history)).toBe('n300');
});

it('does nothing at either end', () => {
  const history = startHistory(first);
  expect(undo(history)).toBe(history);
  expect(redo(history)).toBe(history);
});

it('a command that changes nothing is no step', () => {
  const history = startHistory(first);
  expect(commit(history, first, { nowMs: 0 })).toBe(history);
});

it('a new step takes the way forward away', () => {
  const back = undo(commit(startHistory(first), rename('a'), { nowMs: 0 }));
  expect(commit(back, rename('b'), { nowMs: 1 }).future).toEqual([]);
});

it.each([
  { what: 'typing on in the same field', key: 'name', laterMs: 900, closed: false, steps: 1 },
  { what: 'typing on after a pause', key: 'name', laterMs: 1_000, closed: false, steps: 2 },
  { what: 'typing in another field', key: 'sender', laterMs: 100, closed: false, steps: 2 },
  { what: 'coming back to a field that was left', key: 'name', laterMs: 100, closed: true, steps: 2 },
])('$what makes $steps step(s)', ({ key, laterMs, closed, steps }) => {
  let history = commit(startHistory(first), rename('a'), { nowMs: 0, mergeKey: 'name' });
  if (closed) history = closeStep(history);
  history = commit(history, rename('ab'), { nowMs: laterMs, mergeKey: key });
  expect(history.past).toHaveLength(steps);
  expect(nameOf(history)).toBe('ab');
});

it('typing after an undo is a step of its own', () => {
  let history = commit(startHistory(first), rename('a'), { nowMs: 0, mergeKey: 'name' });
  history = commit(undo(history), rename('b'), { nowMs: 1, mergeKey: 'name' });
  expect(nameOf(undo(history))).toBe(first.nodes[0]?.name);
});

it('a number that was handed out stays handed out after an undo', () => {
  const second = sampleDocument([
    ['sms', 'sms'],
    ['b', 'sms'],
  ]);
  const back = undo(commit(startHistory(first), second, { nowMs: 0 }));
  expect(back.present.nodes).toHaveLength(1);
  expect(back.present.nextNumber).toBe(second.nextNumber);
});
