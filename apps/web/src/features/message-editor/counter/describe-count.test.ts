import { countSms } from '@curlew/sms';
import { expect, it } from 'vitest';
import { describeCount } from './describe-count.ts';

const cases = [
  { what: 'nothing', text: '', allowed: 1, words: ['GSM-7', '0 of 160', '0 parts of 1', null] },
  {
    what: 'one part',
    text: 'a'.repeat(148),
    allowed: 3,
    words: ['GSM-7', '148 of 160', '1 part of 3', null],
  },
  {
    what: 'a full part',
    text: 'a'.repeat(160),
    allowed: 1,
    words: ['GSM-7', '160 of 160', '1 part of 1', null],
  },
  {
    what: 'the last of two',
    text: 'a'.repeat(161),
    allowed: 3,
    words: ['GSM-7', '8 of 153', '2 parts of 3', null],
  },
  { what: 'Unicode', text: 'ž', allowed: 1, words: ['Unicode', '1 of 70', '1 part of 1', null] },
  {
    what: 'too many parts',
    text: 'a'.repeat(161),
    allowed: 1,
    words: ['GSM-7', '8 of 153', '2 parts', '2 parts, 1 allowed: this will not be sent'],
  },
];

it.each(cases)('counts $what', ({ text, allowed, words }) => {
  const { encoding, units, parts, warning } = describeCount(countSms(text), allowed);
  expect([encoding, units, parts, warning]).toEqual(words);
});
