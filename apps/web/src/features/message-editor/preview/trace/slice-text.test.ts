import { expect, it } from 'vitest';
import { sliceText } from './slice-text.ts';

const valueAt = (start: number, end: number) => ({
  expression: 'x',
  value: '',
  text: { start, end },
  variables: [],
});
const text = 'Hi Jana, 5€';
const marks = [{ kind: 'extension' as const, start: 10, end: 11 }];

it('cuts where values are, with the marks and borders of each slice', () => {
  const slices = sliceText({ text, marks, borders: [2, 5] }, [valueAt(3, 7), valueAt(9, 9), valueAt(9, 11)]);
  expect(slices).toEqual([
    { start: 0, text: 'Hi ', value: null, marks: [], borders: [2], partsBefore: 0 },
    { start: 3, text: 'Jana', value: 0, marks: [], borders: [2], partsBefore: 1 },
    { start: 7, text: ', ', value: null, marks: [], borders: [], partsBefore: 2 },
    {
      start: 9,
      text: '5€',
      value: 2,
      marks: [{ kind: 'extension', start: 1, end: 2 }],
      borders: [],
      partsBefore: 2,
    },
  ]);
});

it('loses nothing, also where a value has no place or one that is not in the text', () => {
  const values = [{ ...valueAt(0, 0), text: null }, valueAt(3, 7), valueAt(4, 8), valueAt(9, 99)];
  expect(
    sliceText({ text, marks, borders: [] }, values)
      .map((slice) => slice.text)
      .join(''),
  ).toBe(text);
});
