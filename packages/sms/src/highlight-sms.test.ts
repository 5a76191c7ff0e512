import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countSms, type SmsOptions } from './count-sms.ts';
import { highlightSms } from './highlight-sms.ts';

/** `kind:text:cost@part` per span. */
function draw(text: string, options?: SmsOptions): string[] {
  return highlightSms(text, options).map(
    (span) => `${span.kind}:${text.slice(span.start, span.end)}:${span.cost}@${span.part}`,
  );
}

describe('spans', () => {
  it.each([
    ['[S18] of no text', '', []],
    ['[S18] of one kind', 'Hello', ['basic:Hello:5@0']],
    ['[S19] of an extension character', 'a€{b', ['basic:a:1@0', 'extension:€{:4@0', 'basic:b:1@0']],
    ['[S19] of what forces UCS-2', 'it’s', ['basic:it:2@0', 'unicode:’:1@0', 'basic:s:1@0']],
    ['[S2] an extension character is one unit in UCS-2', '€й', ['extension:€:1@0', 'unicode:й:1@0']],
    ['[S19] of a pair', 'a😀', ['basic:a:1@0', 'unicode:😀:2@0']],
    ['[S19] of a letter that composes', 'cafe\u0301!', ['basic:cafe\u0301!:5@0']],
    [
      '[S19] of a letter that composes to one outside GSM',
      'ac\u0327',
      ['basic:a:1@0', 'unicode:c\u0327:1@0'],
    ],
    ['[S19] of a mark that does not compose', 'x\u0301', ['basic:x:1@0', 'unicode:\u0301:1@0']],
    ['[S19] of a lone surrogate', 'a\ud83d', ['basic:a:1@0', 'unicode:\ud83d:1@0']],
    [
      '[S18] of a character that NFC makes longer',
      'a\u0958b',
      ['basic:a:1@0', 'unicode:\u0958:2@0', 'basic:b:1@0'],
    ],
    ['[S18] of jamo', '\u1100\u1161\u11a8a', ['unicode:\u1100\u1161\u11a8:1@0', 'basic:a:1@0']],
  ])('%s', (_, text, spans) => {
    expect(draw(text)).toEqual(spans);
  });

  it('[S20] are cut where a part ends', () => {
    const text = `${'a'.repeat(152)}€${'b'.repeat(10)}`;
    expect(draw(text)).toEqual([
      `basic:${'a'.repeat(152)}:152@0`,
      'extension:€:2@1',
      `basic:${'b'.repeat(10)}:10@1`,
    ]);
  });

  it('[S20] know the part of a text that NFC shortens', () => {
    const text = 'e\u0301'.repeat(161);
    expect(highlightSms(text)).toEqual([
      { kind: 'basic', start: 0, end: 306, cost: 153, part: 0 },
      { kind: 'basic', start: 306, end: 322, cost: 8, part: 1 },
    ]);
  });

  it('[S19] follow the national tables in use', () => {
    expect(draw('aá', { nationalLanguages: ['spanish'] })).toEqual(['basic:a:1@0', 'extension:á:2@0']);
    expect(draw('aş', { nationalLanguages: ['turkish'] })).toEqual(['basic:aş:2@0']);
  });
});

describe('laws of highlighting', () => {
  const unit = fc.constantFrom(
    ...Array.from('ab €{йç’–\n\t한\u0301\u0323\u0316\u1100\u1161\u11a8\u0958\u2126\ufb1d\u0344'),
    '😀',
    '\u{1d15e}',
    '\ud83d',
    '\ude00',
  );
  const text = fc.oneof(fc.string({ unit, maxLength: 400 }), fc.string({ unit: 'binary', maxLength: 200 }));

  it('[S18] spans tile the text and their costs add up', () => {
    fc.assert(
      fc.property(text, (given) => {
        const spans = highlightSms(given);
        expect(spans.map((span) => given.slice(span.start, span.end)).join('')).toBe(given);
        expect(
          spans.every((span, index) => span.start === (spans[index - 1]?.end ?? 0) && span.end > span.start),
        ).toBe(true);
        expect(spans.reduce((sum, span) => sum + span.cost, 0)).toBe(countSms(given).units);
      }),
      { numRuns: 2000 },
    );
  });

  it('[S18] neighbours differ in kind or part', () => {
    fc.assert(
      fc.property(text, (given) => {
        const spans = highlightSms(given);
        const twins = spans.filter((span, index) => {
          const before = spans[index - 1];
          return before !== undefined && before.kind === span.kind && before.part === span.part;
        });
        expect(twins).toEqual([]);
      }),
    );
  });

  it('[S20] the spans of a part cost what the part holds, where NFC changes nothing', () => {
    fc.assert(
      fc.property(text, (given) => {
        const count = countSms(given);
        fc.pre(count.text === given);
        const costs = count.parts.map((_, part) =>
          highlightSms(given).reduce((sum, span) => sum + (span.part === part ? span.cost : 0), 0),
        );
        expect(costs).toEqual(count.parts.map((part) => part.units));
      }),
    );
  });

  it('[S19] a message is UCS-2 exactly when a span is unicode', () => {
    fc.assert(
      fc.property(text, (given) => {
        const isForced = highlightSms(given).some((span) => span.kind === 'unicode');
        expect(countSms(given).encoding).toBe(isForced ? 'UCS-2' : 'GSM-7');
      }),
    );
  });
});
