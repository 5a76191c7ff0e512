import { expect, it } from 'vitest';
import { checkSender } from './sender.ts';

it.each([
  ['[S25] a name', 'Curlew', 'text'],
  ['[S25] one letter', 'C', 'text'],
  ['[S25] eleven characters', 'Curlew Shop', 'text'],
  ['[S25] a letter among digits', '24x7', 'text'],
  ['[S25] a letter of another script that GSM has', 'ΔΣ', 'text'],
  ['[S25] a letter that composes', 'Cafe\u0301', 'text'],
  ['[S25] five extension characters and a letter', 'a{}[]~', 'text'],
  ['[S26] three digits', '123', 'short_code'],
  ['[S26] eight digits', '12345678', 'short_code'],
  ['[S26] nine digits', '123456789', 'number'],
  ['[S26] fifteen digits', '123456789012345', 'number'],
  ['[S26] a plus', '+31612345678', 'number'],
  ['[S26] a plus and three digits', '+123', 'number'],
])('%s: %s', (_, sender, kind) => {
  expect(checkSender(sender)).toEqual({ ok: true, kind });
});

it.each([
  ['[S27] nothing', '', 'empty'],
  ['[S27] blanks', '   ', 'empty'],
  ['[S27] twelve characters', 'Curlew Shops', 'too_long'],
  ['[S27] an extension character is two', 'Curlew Shp€', 'too_long'],
  ['[S27] six extension characters', '{}[]~|', 'no_letter'],
  ['[S27] no letter', '24/7', 'no_letter'],
  ['[S27] a number with separators', '123-456', 'no_letter'],
  ['[S27] a plus only', '+', 'no_letter'],
  ['[S27] a letter that GSM lacks', 'Ça ç', 'bad_character'],
  ['[S27] an emoji', 'Shop 😀', 'bad_character'],
  ['[S27] full-width digits', '１２３４', 'bad_character'],
  ['[S27] a line break', 'Shop\n', 'bad_character'],
  ['[S27] a bad character before the length', 'Curlew Shops é ê', 'bad_character'],
  ['[S27] two digits', '12', 'too_short'],
  ['[S27] a plus and two digits', '+12', 'too_short'],
  ['[S27] sixteen digits', '1234567890123456', 'too_long'],
])('%s: %j', (_, sender, reason) => {
  expect(checkSender(sender)).toEqual({ ok: false, reason });
});
