import { expect, it } from 'vitest';
import type { DryLife } from '@curlew/contract';
import { findLight } from './find-light.ts';
import { writeLightStyle } from './light-style.ts';

const edges = [
  { id: 'e1', source: 'now', output: 'out', target: 'wait' },
  { id: 'e2', source: 'wait', output: 'out', target: 'sms' },
];

const life = (left: number): DryLife => ({
  customerId: null,
  name: 'Jana',
  timeZone: 'UTC',
  walks: [
    {
      triggerId: 'now',
      enteredAt: 10,
      nodeId: 'sms',
      isFinished: true,
      ending: null,
      waitsUntil: null,
      waitsFor: null,
    },
  ],
  steps: [
    { walk: 0, at: 10, nodeId: 'now', visit: 1, output: 'out' },
    { walk: 0, at: left, nodeId: 'wait', visit: 2, output: 'out' },
    { walk: 0, at: left, nodeId: 'sms', visit: 3, output: 'out' },
  ],
  messages: [],
  changes: [],
  events: [],
  isCut: false,
});

it('lights nothing before somebody comes in', () => {
  expect(findLight([life(20)], { edges }, 9).passed.size).toBe(0);
});

it('marks where customers stand, and counts each once', () => {
  const light = findLight([life(20), life(50)], { edges }, 30);
  expect([...light.here]).toEqual([['wait', 1]]);
  expect([...light.passed]).toEqual([
    ['now', 2],
    ['wait', 2],
    ['sms', 1],
  ]);
  expect([...light.edges]).toEqual([
    ['e1', 2],
    ['e2', 1],
  ]);
});

it('writes rules for what is lit, whatever it is called', () => {
  const style = writeLightStyle({
    passed: new Map([['a"]{}', 1]]),
    edges: new Map(),
    here: new Map(),
  });
  expect(style).toContain('[data-id="a\\22 \\5d \\7b \\7d "]');
});
