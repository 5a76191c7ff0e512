import { countSms } from '@curlew/sms';
import { expect, it } from 'vitest';
import { describeCount } from './describe-count.ts';

it.each([
  ['nothing', '', 1, ['GSM-7', '0 of 160', '0 parts of 1', null]],
  ['one part', 'a'.repeat(148), 3, ['GSM-7', '148 of 160', '1 part of 3', null]],
  ['a full part', 'a'.repeat(160), 1, ['GSM-7', '160 of 160', '1 part of 1', null]],
  ['the last of two parts', 'a'.repeat(161), 3, ['GSM-7', '8 of 153', '2 parts of 3', null]],
  ['Unicode', 'ž', 1, ['Unicode', '1 of 70', '1 part of 1', null]],
  [
    'too many parts',
    'a'.repeat(161),
    1,
    ['GSM-7', '8 of 153', '2 parts', '2 parts, 1 allowed: this will not be sent'],
  ],
])('counts %s', (_, text, maximumParts, [encoding, units, parts, warning]) => {
  expect(describeCount(countSms(text), maximumParts)).toEqual({ encoding, units, parts, warning });
});
