import { describe, expect, it } from 'vitest';
import vectors from '../vectors/sms.json' with { type: 'json' };
import { countSms, readParts, type SmsOptions } from './count-sms.ts';

function partUnits(text: string, options?: SmsOptions): number[] {
  return countSms(text, options).parts.map((part) => part.units);
}

describe('vectors', () => {
  it.each(vectors.cases.map((vector) => [vector.name, vector] as const))('[S17] %s', (_, vector) => {
    const count = countSms(vector.text);
    expect({
      encoding: count.encoding,
      units: count.units,
      parts: count.parts.map((part) => part.units),
    }).toEqual({ encoding: vector.encoding, units: vector.units, parts: vector.parts });
  });

  it('[S17] there are 200 of them', () => {
    expect(vectors.cases).toHaveLength(200);
  });
});

describe('encoding', () => {
  it.each([
    ['[S1] Greek capitals of the alphabet', 'ΔΦΓΛΩΠΨΣΘΞ', 'GSM-7', 10],
    ['[S1] a Greek capital that only looks Latin', 'Α', 'UCS-2', 1],
    ['[S1] the escape as a character', '\u001b', 'UCS-2', 1],
    ['[S1] capital c cedilla', 'Ç', 'GSM-7', 1],
    ['[S1] small c cedilla', 'ç', 'UCS-2', 1],
    ['[S2] extension characters', '\f^{}\\[~]|€', 'GSM-7', 20],
    ['[S2] extension characters in UCS-2', '€й', 'UCS-2', 2],
    ['[S3] a decomposed letter of the alphabet', 'cafe\u0301', 'GSM-7', 4],
    ['[S3] the ohm sign, which is an omega', '\u2126', 'GSM-7', 1],
    ['[S3] the trade mark sign stays', '™', 'UCS-2', 1],
    ['[S5] CR LF', '\r\n', 'GSM-7', 2],
    ['[S5] tab', 'a\tb', 'UCS-2', 3],
    ['[S6] one character is enough', `${'a'.repeat(69)}й`, 'UCS-2', 70],
    ['[S7] an emoji is two units', '😀', 'UCS-2', 2],
    ['[S7] a family is eleven', '👨‍👩‍👧‍👦', 'UCS-2', 11],
    ['[S11] the empty text', '', 'GSM-7', 0],
  ])('%s', (...[, text, encoding, units]) => {
    expect(countSms(text)).toMatchObject({ encoding, units });
  });
});

describe('text', () => {
  it('[S3] what is sent is NFC', () => {
    expect(countSms('e\u0301 \u1100\u1161\u11a8 a\u0323\u0301').text).toBe('é 각 ạ\u0301');
  });

  it.each([
    ['[S4] at the end', 'ab\ud83d', 'ab\ufffd', [2], [3]],
    ['[S4] at the start', '\ude00ab', '\ufffdab', [0], [3]],
    ['[S4] the wrong way round', '\ude00\ud83d', '\ufffd\ufffd', [0, 1], [2]],
    ['[S4] before a pair', '\ud83d😀', '\ufffd😀', [0], [3]],
    ['[S4] in a full message', `${'й'.repeat(69)}\ud83d`, `${'й'.repeat(69)}\ufffd`, [69], [70]],
    [
      '[S4] at a border',
      `${'й'.repeat(66)}\ud83d${'й'.repeat(67)}`,
      `${'й'.repeat(66)}\ufffd${'й'.repeat(67)}`,
      [66],
      [67, 67],
    ],
  ])('%s', (...[, text, sent, offsets, units]) => {
    const count = countSms(text);
    expect(count.text).toBe(sent);
    expect(count.loneSurrogates).toEqual(offsets);
    expect(count.parts.map((part) => part.units)).toEqual(units);
  });

  it('[S4] a pair is not lone', () => {
    expect(countSms('😀 ok 😀').loneSurrogates).toEqual([]);
  });

  it('[S5] reports control characters and sends them as they are', () => {
    const text = 'a\u0000b\tc\u001bd\u0085e\n\r\f';
    const count = countSms(text);
    expect(count.text).toBe(text);
    expect(count.encoding).toBe('UCS-2');
    expect(count.controlCharacters).toEqual([1, 3, 5, 7]);
  });

  it('[S5] reports none where there are none', () => {
    expect(countSms('a\nb\r\nc\fd').controlCharacters).toEqual([]);
  });
});

describe('parts', () => {
  it.each([
    ['[S8] 160 septets', 'a'.repeat(160), [160]],
    ['[S8] 161 septets', 'a'.repeat(161), [153, 8]],
    ['[S8] 70 units', 'й'.repeat(70), [70]],
    ['[S8] 71 units', 'й'.repeat(71), [67, 4]],
    ['[S9] an escape sequence at the border', `${'a'.repeat(152)}€${'a'.repeat(152)}`, [152, 153, 1]],
    ['[S9] two escape sequences at the border', `${'a'.repeat(151)}€€${'a'.repeat(10)}`, [153, 12]],
    ['[S9] only escape sequences', '€'.repeat(153), [152, 152, 2]],
    ['[S9] pairs', '😀'.repeat(67), [66, 66, 2]],
    ['[S9] a pair at the border', `${'й'.repeat(66)}😀${'й'.repeat(66)}`, [66, 67, 1]],
    ['[S9] clusters are not kept whole', '🇳🇱'.repeat(33), [66, 66]],
    ['[S9] nor combining marks', `a${'\u0316'.repeat(200)}`, [67, 67, 67]],
    ['[S11] no text', '', []],
  ])('%s', (_, text, units) => {
    expect(partUnits(text)).toEqual(units);
  });

  it('[S10] carry the text', () => {
    const count = countSms(`${'a'.repeat(152)}€b`.repeat(2));
    expect(readParts(count)).toEqual(['a'.repeat(152), `€b${'a'.repeat(150)}`, 'aa€b']);
    expect(readParts(countSms(''))).toEqual([]);
  });

  it.each([
    ['[S8] of the empty text', '', 160, 0],
    ['[S8] of one part', 'abc', 160, 3],
    ['[S8] of two parts', 'a'.repeat(161), 153, 8],
    ['[S8] of one UCS-2 part', 'й', 70, 1],
    ['[S8] of two UCS-2 parts', 'й'.repeat(71), 67, 4],
  ])('%s, capacity and units in the last', (...[, text, capacity, unitsInLastPart]) => {
    expect(countSms(text)).toMatchObject({ capacity, unitsInLastPart });
  });

  it.each([
    ['[S12] 255 GSM-7 parts', 'a'.repeat(153 * 255), 255, false],
    ['[S12] 256 GSM-7 parts', 'a'.repeat(153 * 255 + 1), 256, true],
    ['[S12] 255 UCS-2 parts', 'й'.repeat(67 * 255), 255, false],
    ['[S12] 256 UCS-2 parts', 'й'.repeat(67 * 255 + 1), 256, true],
  ])('%s', (...[, text, parts, overLimit]) => {
    const count = countSms(text);
    expect(count.parts).toHaveLength(parts);
    expect(count.overLimit).toBe(overLimit);
  });

  it.each([
    ['[S14] GSM-7', 'a'.repeat(161), [152, 9]],
    ['[S14] an escape sequence at the border', `${'a'.repeat(151)}€${'a'.repeat(20)}`, [151, 22]],
    ['[S14] UCS-2', 'й'.repeat(71), [66, 5]],
    ['[S14] one part is not affected', 'a'.repeat(160), [160]],
  ])('%s, 16-bit reference', (_, text, units) => {
    expect(partUnits(text, { reference: '16-bit' })).toEqual(units);
  });
});
