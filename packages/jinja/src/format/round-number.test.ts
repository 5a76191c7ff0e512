import { describe, expect, it } from 'vitest';
import { render } from '../testing/render.ts';
import { seededRandom } from '../seeded-random.ts';
import { exactDecimal, roundToPlaces } from './exact-decimal.ts';
import { roundMagnitude } from './fixed-text.ts';
import { floatText } from './float-text.ts';

const random = seededRandom(7);
/** Amounts, halves between two amounts, and floats right beside them. */
const numbers = Array.from({ length: 20_000 }, () => {
  const amount = Math.floor(random() * 10 ** Math.ceil(random() * 9)) / 1_000;
  const step = amount * Number.EPSILON;
  return [amount, amount + step, amount - step, amount / 3, amount + 0.5];
}).flat();

describe('floats', () => {
  it.each([0, 1, 2, 3, 6])('[J3] are rounded half to even on their exact value, to %i places', (places) => {
    const exact = (number: number): number =>
      Number(`${roundToPlaces(exactDecimal(number), places)}e${-places}`);
    expect(numbers.filter((number) => roundMagnitude(number, places) !== exact(number))).toEqual([]);
  });

  it('[J3] show the fewest digits that read back the same', () => {
    const shown = (number: number): string => (Number.isInteger(number) ? `${number}.0` : String(number));
    const ordinary = numbers.filter((number) => number >= 1e-4);
    expect(ordinary.filter((number) => floatText(number) !== shown(number))).toEqual([]);
  });

  it('[J3] keep a sign', () => {
    expect(render('{{ -1.25 }} {{ -0.5 * 3 }} {{ 2.675|round(2) }} {{ -2.675|round(2) }}')).toBe(
      '-1.25 -1.5 2.67 -2.67',
    );
  });
});
