import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countSms } from './count-sms.ts';
import { REPLACEMENT_ROWS, COMPATIBLE_RANGES } from './replacement-table.ts';
import { applyReplacements, findReplacements, findSubstitute, type Replacement } from './replacements.ts';

function replaceAll(text: string): string {
  return applyReplacements(text, findReplacements(text));
}

describe('the table', () => {
  const characters = REPLACEMENT_ROWS.flatMap(([group, from, to]) =>
    Array.from(from, (character) => ({ group, character, to })),
  );

  it('[S22] names each character once', () => {
    expect(new Set(characters.map(({ character }) => character)).size).toBe(characters.length);
  });

  it('[S22] replaces only what costs something, by basic characters', () => {
    const wrong = characters.filter(({ character, to, group }) => {
      const before = countSms(character);
      const after = countSms(to);
      const isCostly = group === 'extension' ? before.units === 2 : before.encoding === 'UCS-2';
      return !isCostly || after.encoding !== 'GSM-7' || after.units !== to.length;
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    ['[S22] dash', 'dash', /^[\p{Dash}\u2043]$/u],
    ['[S22] quote', 'quote', /^[\p{Quotation_Mark}\u2032\u2033`´\u02b9-\u02bd]$/u],
    ['[S22] space', 'space', /^\p{White_Space}$/u],
    ['[S22] invisible', 'invisible', /^[\p{Default_Ignorable_Code_Point}]$/u],
  ] as const)(
    '%s holds characters of that Unicode property and the look-alikes named beside it',
    (_, group, property) => {
      const row = characters.filter((entry) => entry.group === group);
      expect(row.length).toBeGreaterThan(5);
      expect(row.filter(({ character }) => !property.test(character))).toEqual([]);
    },
  );

  it('[S22] takes the NFKC form of every compatible character whose form GSM-7 has, or what that becomes', () => {
    const compatible = COMPATIBLE_RANGES.flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
    );
    const wrong = compatible.filter((character) => {
      const form = character.normalize('NFKC');
      const mended = findSubstitute(form)?.to ?? form;
      const expected = countSms(mended).encoding === 'GSM-7' ? mended : undefined;
      return findSubstitute(character)?.to !== expected;
    });
    expect(wrong).toEqual([]);
    expect(compatible.filter((character) => findSubstitute(character) !== null).length).toBeGreaterThan(850);
  });
});

describe('findSubstitute', () => {
  it.each([
    ['[S22] full-width', 'Ａ', 'A'],
    ['[S22] full-width mark', '！', '!'],
    ['[S22] full-width pound', '￡', '£'],
    ['[S22] full-width bracket', '［', '('],
    ['[S22] ligature', 'ﬃ', 'ffi'],
    ['[S22] Dutch ij', 'ĳ', 'ij'],
    ['[S22] French oe', 'œ', 'oe'],
    ['[S22] bold letter', '𝐇', 'H'],
    ['[S22] double-struck digit', '𝟙', '1'],
    ['[S22] ellipsis', '…', '...'],
    ['[S22] tab', '\t', ' '],
    ['[S22] null', '\u0000', ''],
    ['[S22] next line', '\u0085', '\n'],
  ])('%s has one', (_, character, to) => {
    expect(findSubstitute(character)?.to).toBe(to);
  });

  it.each(['ç', 'á', 'ő', 'ω', 'й', '中', '😀', '½', '²', '™', '°', '€', '~', '^', '𝛂', '①'])(
    '[S22] %s has none',
    (character) => {
      expect(findSubstitute(character)).toBeNull();
    },
  );
});

describe('findReplacements', () => {
  it('[S23] finds what brings a message down to GSM-7', () => {
    expect(findReplacements('It’s –')).toEqual([
      { start: 2, end: 3, from: '’', to: "'", kind: 'unicode', group: 'quote' },
      { start: 5, end: 6, from: '–', to: '-', kind: 'unicode', group: 'dash' },
    ]);
  });

  it('[S23] finds extension characters in a GSM-7 message', () => {
    expect(findReplacements('a[1]')).toEqual([
      { start: 1, end: 2, from: '[', to: '(', kind: 'extension', group: 'extension' },
      { start: 3, end: 4, from: ']', to: ')', kind: 'extension', group: 'extension' },
    ]);
  });

  it.each([
    ['[S23] nothing to mend', 'Hello', 'Hello'],
    ['[S23] no text', '', ''],
    ['[S23] an emoji keeps the message in UCS-2 anyway', 'It’s 😀', 'It’s 😀'],
    ['[S23] controls go even then', 'It’s\u0000 😀', 'It’s 😀'],
    ['[S23] so do styled letters', '𝐇𝐢 😀', 'Hi 😀'],
    ['[S23] joiners stay then, emoji are made of them', '👨‍👩‍👧’', '👨‍👩‍👧’'],
    ['[S23] but not where GSM-7 is in reach', '‼\ufe0f now', '!! now'],
    ['[S23] more bits in as many parts is no gain', '…'.repeat(50), '…'.repeat(50)],
    ['[S23] what can still go does', `${'…'.repeat(50)}\u0000`, '…'.repeat(50)],
    ['[S22] a link stays', 'https://a.example/?f[a]=1|2 [b]', 'https://a.example/?f[a]=1|2 (b)'],
    ['[S22] so does one with a dash', 'www.a.example/b–c – d', 'www.a.example/b–c – d'],
    ['[S22] quotes around a link do not', '“https://a.example”…', '"https://a.example"...'],
    ['[S23] fewer bits is', `${'a'.repeat(20)}…`, `${'a'.repeat(20)}...`],
    ['[S23] fewer parts is', `${'a'.repeat(100)}…`, `${'a'.repeat(100)}...`],
    ['[S22] what composes is left alone', 'cafe\u0301’s', "cafe\u0301's"],
    ['[S24] the accent stays when the selector after it goes', 'e\u0301\ufe0f', 'e\u0301'],
    ['[S24] styled letters after an ideograph that NFC changes', '\u{2f850}\u{1d50f}', '\u{2f850}L'],
    ['[S22] a blank that NFC turns into another', 'a\u2000b', 'a b'],
  ])('%s', (_, text, mended) => {
    expect(replaceAll(text)).toBe(mended);
  });

  it('[S23] leaves alone what a national table writes', () => {
    expect(findReplacements('ş', { nationalLanguages: ['turkish'] })).toEqual([]);
    expect(findReplacements('ão|', { nationalLanguages: ['portuguese'] })).toEqual([]);
  });
});

describe('applyReplacements', () => {
  it('[S24] throws when an edit belongs to another text', () => {
    const edits = findReplacements('a’b');
    expect(() => applyReplacements('ab', edits)).toThrow('"’" at 1 does not fit');
  });

  it('[S24] throws when edits overlap', () => {
    const [edit] = findReplacements('a’b');
    expect(() => applyReplacements('a’b', edit === undefined ? [] : [edit, edit])).toThrow(RangeError);
  });
});

describe('laws of replacing', () => {
  const unit = fc.constantFrom(...Array.from('ab €[{|~［｀’“–…\u00a0\u200bﬁＡ½ç\u0301\t\u0000œ𝐇'), '😀');
  const text = fc.string({ unit, maxLength: 200 });
  const gsmReady = fc.string({ unit: fc.constantFrom(...Array.from('ab €[’“–…\u00a0ﬁＡ')), maxLength: 200 });
  const size = (given: string): number[] => {
    const { parts, units, encoding } = countSms(given);
    return [parts.length, units * (encoding === 'GSM-7' ? 7 : 16)];
  };

  it('[S23] offers only what makes the message smaller', () => {
    fc.assert(
      fc.property(fc.oneof(text, gsmReady), (given) => {
        const edits = findReplacements(given);
        fc.pre(edits.length > 0);
        const [partsBefore = 0, bitsBefore = 0] = size(given);
        const [partsAfter = 0, bitsAfter = 0] = size(applyReplacements(given, edits));
        expect(partsAfter < partsBefore || (partsAfter === partsBefore && bitsAfter < bitsBefore)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('[S23] has nothing left to offer afterwards', () => {
    fc.assert(
      fc.property(fc.oneof(text, gsmReady), (given) => {
        const mended = replaceAll(given);
        expect(replaceAll(mended)).toBe(mended);
      }),
    );
  });

  it('[S24] one by one, in any order, gives the same as all at once', () => {
    fc.assert(
      fc.property(gsmReady, fc.infiniteStream(fc.nat()), (given, picks) => {
        const edits = findReplacements(given);
        let open: readonly Replacement[] = edits;
        let current = given;
        while (open.length > 0) {
          const picked = open[(picks.next().value ?? 0) % open.length];
          if (picked === undefined) break;
          current = applyReplacements(current, [picked]);
          const shift = picked.to.length - picked.from.length;
          open = open
            .filter((edit) => edit !== picked)
            .map((edit) =>
              edit.start < picked.start
                ? edit
                : { ...edit, start: edit.start + shift, end: edit.end + shift },
            );
        }
        expect(current).toBe(applyReplacements(given, edits));
      }),
    );
  });
});
