import { expect, it } from 'vitest';
import { nameOf, peopleOf, toneOf } from './people.ts';

const tab = (userId: string, tabId: string, nodeId: string | null = null) => ({
  userId,
  tabId,
  nodeId,
  name: `Name of ${userId}`,
});

it('a person with several tabs is one person, at each node once', () => {
  const tabs = [tab('jana', '1', 'sms'), tab('petr', '2'), tab('jana', '3', 'now'), tab('jana', '4', 'sms')];
  expect(peopleOf(tabs, null)).toEqual([
    { userId: 'jana', name: 'Name of jana', isSelf: false, nodeIds: ['sms', 'now'] },
    { userId: 'petr', name: 'Name of petr', isSelf: false, nodeIds: [] },
  ]);
});

it('who is signed in here is told as you', () => {
  const [self] = peopleOf([tab('jana', '1')], 'jana');
  expect(self && nameOf(self)).toBe('You, in another tab');
});

it('everybody has one of six colours, always the same', () => {
  const ids = Array.from({ length: 200 }, (_, index) => `019aa3f0-0000-7000-8000-${index}`);
  const tones = ids.map(toneOf);
  expect(new Set(tones)).toEqual(new Set([0, 1, 2, 3, 4, 5]));
  expect(ids.map(toneOf)).toEqual(tones);
});
