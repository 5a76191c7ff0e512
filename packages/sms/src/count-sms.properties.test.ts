import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countSms, readParts, type SmsOptions } from './count-sms.ts';
import { DEFAULT_ALPHABET, DEFAULT_EXTENSION } from './gsm-alphabet.ts';

const basic = Array.from(DEFAULT_ALPHABET.replace('\u001b', ''));
const extension = Array.from(DEFAULT_EXTENSION);
const bmp = Array.from('йЖçáệ中한ก–’…\u00a0\t\u0000\u200d\ufe0f\ufeff');
const marks = Array.from('\u0301\u0316\u0323\u0345\u3099\u1161\u11a8\u093c');
const astral = ['😀', '👍🏽', '🇳🇱', '👨‍👩‍👧', '𝐀', '\u{1d15e}', '\u{2f800}'];
const lone = ['\ud83d', '\ude00', '\udbff', '\udc00'];

const gsmText = fc.string({ unit: fc.constantFrom(...basic, ...extension), maxLength: 700 });
const wellFormedText = fc.string({
  unit: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...basic, ...extension) },
    { weight: 2, arbitrary: fc.constantFrom(...bmp, ...marks) },
    { weight: 1, arbitrary: fc.constantFrom(...astral) },
  ),
  maxLength: 300,
});
const anyText = fc.oneof(
  gsmText,
  wellFormedText,
  fc.string({ unit: fc.constantFrom(...basic, ...bmp, ...marks, ...astral, ...lone), maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
);
const anyOptions: fc.Arbitrary<SmsOptions> = fc.record(
  {
    reference: fc.constantFrom('8-bit', '16-bit'),
    nationalLanguages: fc.subarray(['turkish', 'spanish', 'portuguese']),
  },
  { requiredKeys: [] },
);

/** The algorithm as the specification tells it, character by character, to hold ours against. */
function countByTheBook(text: string): { encoding: string; parts: number[] } {
  const sent = Array.from(text.toWellFormed().normalize('NFC'));
  const isGsm = sent.every((character) => basic.includes(character) || extension.includes(character));
  const costs = sent.map((character) => {
    if (!isGsm) return character.length;
    return extension.includes(character) ? 2 : 1;
  });
  const total = costs.reduce((sum, cost) => sum + cost, 0);
  const [single, multipart] = isGsm ? [160, 153] : [70, 67];
  const capacity = total <= single ? single : multipart;
  const parts: number[] = [];
  for (const cost of costs) {
    const last = parts.length - 1;
    const used = parts[last];
    if (used === undefined || used + cost > capacity) parts.push(cost);
    else parts[last] = used + cost;
  }
  return { encoding: isGsm ? 'GSM-7' : 'UCS-2', parts };
}

describe('laws of counting', () => {
  it('[S9] agrees with the specification, character by character', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const count = countSms(text);
        const parts = count.parts.map((part) => part.units);
        expect({ encoding: count.encoding, parts }).toEqual(countByTheBook(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('[S10] the parts are the text, none empty, none over capacity, all well-formed', () => {
    fc.assert(
      fc.property(anyText, anyOptions, (text, options) => {
        const count = countSms(text, options);
        const contents = readParts(count);
        expect(contents.join('')).toBe(count.text);
        expect(contents.every((content) => content !== '' && content.isWellFormed())).toBe(true);
        expect(count.parts.every((part) => part.units > 0 && part.units <= count.capacity)).toBe(true);
        expect(count.parts.reduce((sum, part) => sum + part.units, 0)).toBe(count.units);
        expect(count.parts.at(-1)?.units ?? 0).toBe(count.unitsInLastPart);
      }),
      { numRuns: 2000 },
    );
  });

  it('[S3] what is sent is NFC, well-formed, and counts the same again', () => {
    fc.assert(
      fc.property(anyText, anyOptions, (text, options) => {
        const count = countSms(text, options);
        expect(count.text).toBe(text.toWellFormed().normalize('NFC'));
        const again = countSms(count.text, options);
        expect({ ...again, controlCharacters: [] }).toEqual({
          ...count,
          loneSurrogates: [],
          controlCharacters: [],
        });
        expect(again.controlCharacters).toHaveLength(count.controlCharacters.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('[S4] reports as many lone surrogates as there are', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const expected = Array.from(text).flatMap((character) =>
          character.isWellFormed() ? [] : [character],
        );
        const reported = countSms(text).loneSurrogates;
        expect(reported.map((offset) => text.charAt(offset))).toEqual(expected);
      }),
    );
  });

  it('[S13] appending within an encoding never lowers the number of parts', () => {
    fc.assert(
      fc.property(anyText, wellFormedText, (text, more) => {
        const before = countSms(text);
        const after = countSms(text + more);
        fc.pre(before.encoding === after.encoding && after.text.startsWith(before.text));
        expect(after.parts.length).toBeGreaterThanOrEqual(before.parts.length);
      }),
    );
  });

  it('[S15] national tables never make a message longer', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const national = countSms(text, { nationalLanguages: ['turkish', 'spanish', 'portuguese'] });
        expect(national.parts.length).toBeLessThanOrEqual(countSms(text).parts.length);
      }),
    );
  });
});
