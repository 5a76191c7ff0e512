import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countSms } from './count-sms.ts';
import { DEFAULT_ALPHABET, DEFAULT_EXTENSION } from './gsm-alphabet.ts';
import { NATIONAL_ALPHABETS, type NationalLanguage } from './national-alphabets.ts';

describe('tables', () => {
  it.each([
    ['[S15] turkish', 'turkish', 17],
    ['[S15] spanish', 'spanish', 19],
    ['[S15] portuguese', 'portuguese', 37],
  ] as const)('%s single shift', (_, language, size) => {
    const { single } = NATIONAL_ALPHABETS[language];
    expect(new Set(single).size).toBe(size);
    expect(single).toHaveLength(size);
    for (const character of DEFAULT_EXTENSION) expect(single).toContain(character);
  });

  it.each([
    [
      '[S15] turkish',
      'turkish',
      [
        [0x04, '€'],
        [0x07, 'ı'],
        [0x0b, 'Ğ'],
        [0x0c, 'ğ'],
        [0x1c, 'Ş'],
        [0x1d, 'ş'],
        [0x40, 'İ'],
        [0x60, 'ç'],
      ],
    ],
    [
      '[S15] portuguese',
      'portuguese',
      [
        [0x04, 'ê'],
        [0x12, 'ª'],
        [0x15, '∞'],
        [0x18, '€'],
        [0x24, 'º'],
        [0x40, 'Í'],
        [0x60, '~'],
        [0x7d, '`'],
        [0x7f, 'à'],
      ],
    ],
  ] as const)('%s locking shift', (_, language, places) => {
    const locking = NATIONAL_ALPHABETS[language].locking ?? '';
    expect(new Set(locking).size).toBe(128);
    expect(places.map(([septet]) => [septet, locking.charAt(septet)])).toEqual(places);
    expect(locking.charCodeAt(0x1b)).toBe(0x1b);
    expect(locking.slice(0x30, 0x3a)).toBe('0123456789');
    expect(locking.slice(0x41, 0x5b)).toBe('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    expect(locking.slice(0x61, 0x7b)).toBe('abcdefghijklmnopqrstuvwxyz');
  });
});

/** Parts under a pair of tables, filled character by character; nothing where the pair cannot write the text or is the default. */
function countByTheBook(
  text: string,
  locking: NationalLanguage | null,
  single: NationalLanguage | null,
): number[] {
  const basic = (locking === null ? null : NATIONAL_ALPHABETS[locking].locking) ?? DEFAULT_ALPHABET;
  const extension = single === null ? DEFAULT_EXTENSION : NATIONAL_ALPHABETS[single].single;
  const tables = Number(basic !== DEFAULT_ALPHABET) + Number(single !== null);
  const costs = Array.from(text, (character) => {
    if (basic.includes(character)) return 1;
    return extension.includes(character) ? 2 : Number.NaN;
  });
  const total = costs.reduce((sum, cost) => sum + cost, 0);
  if (Number.isNaN(total) || tables === 0) return [];
  const [alone, several] = tables === 1 ? [155, 149] : [152, 146];
  if (total <= alone) return [1];
  let parts = 1;
  let used = 0;
  for (const cost of costs) {
    used += cost;
    if (used <= several) continue;
    parts += 1;
    used = cost;
  }
  return [parts];
}

describe('counting with national tables', () => {
  const all: readonly NationalLanguage[] = ['turkish', 'spanish', 'portuguese'];

  it('[S15] is off by default', () => {
    expect(countSms('Teşekkürler')).toMatchObject({ encoding: 'UCS-2', units: 11, shifts: null });
  });

  it('[S15] leaves a text alone that the default tables can write', () => {
    expect(countSms('a'.repeat(160), { nationalLanguages: all })).toMatchObject({
      capacity: 160,
      shifts: null,
    });
  });

  it('[S15] leaves UCS-2 to what no table can write', () => {
    expect(countSms('ş and й', { nationalLanguages: all })).toMatchObject({
      encoding: 'UCS-2',
      shifts: null,
    });
  });

  it.each([
    ['[S15] a single shift', 'á', 'spanish', { locking: null, single: 'spanish' }, 2, 155],
    ['[S16] the table with fewer septets', 'ş', 'turkish', { locking: 'turkish', single: null }, 1, 155],
    ['[S15] both tables', '∞Φ', 'portuguese', { locking: 'portuguese', single: 'portuguese' }, 3, 152],
  ] as const)('%s', (...[, text, language, shifts, units, capacity]) => {
    const count = countSms(text, { nationalLanguages: [language] });
    expect(count).toMatchObject({ encoding: 'GSM-7', shifts, units, capacity });
  });

  it('[S16] takes the language that can write the text', () => {
    const count = countSms('ão', { nationalLanguages: all });
    expect(count.shifts).toEqual({ locking: 'portuguese', single: null });
  });

  it('[S16] takes tables of two languages where no one language has all', () => {
    expect(countSms('şá', { nationalLanguages: ['turkish', 'spanish'] })).toMatchObject({
      encoding: 'GSM-7',
      shifts: { locking: 'turkish', single: 'spanish' },
      units: 3,
      capacity: 152,
    });
    expect(countSms('şá', { nationalLanguages: ['turkish'] }).encoding).toBe('UCS-2');
  });

  it('[S16] is no worse than any pair of the tables, tried one by one', () => {
    const languages = [null, ...all];
    const unit = fc.constantFrom(...Array.from('ab|€[şğıçáíãõê∞Φ'));
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1, maxLength: 170 }), (text) => {
        const count = countSms(text, { nationalLanguages: all });
        fc.pre(count.shifts !== null || count.encoding === 'UCS-2');
        const lengths = languages.flatMap((locking) =>
          languages.flatMap((single) => countByTheBook(text, locking, single)),
        );
        const fewest = lengths.length === 0 ? null : Math.min(...lengths);
        expect(count.encoding === 'GSM-7' ? count.parts.length : null).toBe(fewest);
      }),
    );
  });

  it('[S16] decides by parts before septets', () => {
    // 155 septets in one part with the single shift table; 153 with both tables, which leave 152 in a part.
    const text = `Φããã${'a'.repeat(148)}`;
    expect(countSms(text, { nationalLanguages: ['portuguese'] })).toMatchObject({
      shifts: { locking: null, single: 'portuguese' },
      units: 155,
      unitsInLastPart: 155,
    });
  });

  it('[S15] cuts at 149 and keeps escape sequences whole', () => {
    const count = countSms(`${'a'.repeat(148)}á${'a'.repeat(20)}`, { nationalLanguages: ['spanish'] });
    expect(count.parts.map((part) => part.units)).toEqual([148, 22]);
    expect(count.capacity).toBe(149);
  });
});
