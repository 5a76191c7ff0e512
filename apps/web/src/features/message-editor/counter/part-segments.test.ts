import { countSms } from '@curlew/sms';
import { expect, it } from 'vitest';
import { partSegments } from './part-segments.ts';

it('shows the parts in use and the ones still allowed', () => {
  expect(partSegments(countSms('a'.repeat(80)), 2)).toEqual([
    { index: 0, fill: 0.5, isOver: false },
    { index: 1, fill: 0, isOver: false },
  ]);
});

it('marks what may not be sent', () => {
  const segments = partSegments(countSms('a'.repeat(307)), 1);
  expect(segments.map(({ isOver }) => isOver)).toEqual([false, true, true]);
  expect(segments.map(({ fill }) => Math.round(fill * 153))).toEqual([153, 153, 1]);
});

it('stays readable for a text far too long', () => {
  expect(partSegments(countSms('a'.repeat(9000)), 8)).toHaveLength(24);
});
