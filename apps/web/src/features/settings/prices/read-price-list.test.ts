import { expect, it } from 'vitest';
import { readPriceList } from './read-price-list.ts';

const standard = { currency: 'EUR', validFrom: '2026-12-01' };
const price = (country: string, amount: string, rest: object = {}) => ({
  country,
  price: amount,
  ...standard,
  ...rest,
});

it.each([
  ['tabs and decimal commas', 'sk\t0,0545\n*\t0,07', [price('SK', '0.0545'), price('*', '0.07')]],
  [
    'semicolons',
    'SK;0,05;GBP;2027-01-01',
    [price('SK', '0.05', { currency: 'GBP', validFrom: '2027-01-01' })],
  ],
  [
    'a line with semicolons and one with tabs among such with commas',
    'SK,0.05\nGB;0,06\nDE\t0,07\nFR,0.08,GBP',
    [price('SK', '0.05'), price('GB', '0.06'), price('DE', '0.07'), price('FR', '0.08', { currency: 'GBP' })],
  ],
  ['commas, quotes and a line of names', 'Country,Price\r\n"SK",.05\r\n\r\n', [price('SK', '0.05')]],
])('reads %s', (_, text, prices) => {
  expect(readPriceList(text, standard)).toEqual({ prices, problems: [] });
});

it('says of each line what is wrong, and reads the others', () => {
  const text = 'SK,0.05\nSlovakia,0.05\nDE,free\nFR,0.05,EURO\nSK,0.06\nZZ,1';
  const { prices, problems } = readPriceList(text, standard);
  expect(prices).toEqual([price('SK', '0.05')]);
  expect(problems.map((problem) => problem.slice(0, 7))).toEqual([
    'Line 2:',
    'Line 3:',
    'Line 4:',
    'Line 5:',
    'Line 6:',
  ]);
  expect(problems[0]).toContain('“Slovakia” is no country');
});
