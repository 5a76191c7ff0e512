import * as fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { isPhoneCountry, isUsNumber, normalisePhone } from './phone.ts';

describe('accepted', () => {
  it.each([
    ['[S29] plus', '+31612345678', undefined, '+31612345678'],
    ['[S29] double zero', '0031612345678', undefined, '+31612345678'],
    ['[S29] double zero with a default country', '0031612345678', 'NL', '+31612345678'],
    ['[S31] double zero where 00 is not the prefix', '0031612345678', 'US', '+31612345678'],
    ['[S31] 0011 of Australia, too long as 00', '0011 31 6 12345678', 'AU', '+31612345678'],
    ['[S31] 0011 of Australia, of no plan as 00', '0011 64 21 123 456', 'AU', '+6421123456'],
    ['[S31] 001 of Korea', '001 65 8123 4567', 'KR', '+6581234567'],
    ['[S31] a carrier of Brazil', '0021 31 6 12345678', 'BR', '+31612345678'],
    ['[S31] 00 where it fits a plan', '0055 11 91234 5678', 'BR', '+5511912345678'],
    ['[S31] 00 where neither fits', '0044 7700 900123', 'AU', '+447700900123'],
    ['[S29] the prefix of the default country', '01131612345678', 'US', '+31612345678'],
    ['[S29] a national number', '0612345678', 'NL', '+31612345678'],
    ['[S29] a national number without its zero', '612345678', 'NL', '+31612345678'],
    ['[S29] digits of an international number', '31612345678', 'NL', '+31612345678'],
    ['[S29] a default country in small letters', '0612345678', 'nl', '+31612345678'],
    ['[S29] the default country does not touch a full number', '+447700900123', 'NL', '+447700900123'],
    ['[S29] Italy keeps its zero', '+39 06 1234 5678', undefined, '+390612345678'],
    ['[S30] separators', ' (+31) 6-12.34/56 78 ', undefined, '+31612345678'],
    ['[S30] a zero in brackets', '+31 (0)6 12345678', undefined, '+31612345678'],
    ['[S30] typographic dashes and blanks', '+31\u00a06–12\u202f345‑678', undefined, '+31612345678'],
    ['[S30] invisible direction marks', '\u202a+31612345678\u202c', undefined, '+31612345678'],
    ['[S30] full-width digits', '＋３１６１２３４５６７８', undefined, '+31612345678'],
    ['[S30] Arabic digits', '+٣١٦١٢٣٤٥٦٧٨', undefined, '+31612345678'],
    ['[S30] Persian digits', '۰۰۳۱۶۱۲۳۴۵۶۷۸', undefined, '+31612345678'],
    ['[S33] reserved for fiction, United Kingdom', '+44 7700 900123', undefined, '+447700900123'],
    ['[S33] reserved for fiction, +1', '+1 202 555 0143', undefined, '+12025550143'],
    ['[S33] reserved for fiction, Australia', '+61 491 570 006', undefined, '+61491570006'],
    ['[S33] reserved for fiction, France', '+33 6 39 98 12 34', undefined, '+33639981234'],
    ['[S33] reserved for fiction, Germany', '+49 171 3920012', undefined, '+491713920012'],
    ['[S33] reserved for fiction, Sweden', '+46 70 174 06 05', undefined, '+46701740605'],
  ])('%s', (...[, raw, defaultCountry, e164]) => {
    expect(normalisePhone(raw, defaultCountry === undefined ? {} : { defaultCountry })).toMatchObject({
      ok: true,
      e164,
    });
  });

  it.each([
    [
      '[S33] a mobile number',
      '+31612345678',
      { isValid: true, type: 'mobile', country: 'NL', callingCode: '31' },
    ],
    ['[S33] a fixed line', '+31201234567', { isValid: true, type: 'fixed_line' }],
    ['[S33] a plan that does not tell', '+12025550143', { isValid: true, type: 'fixed_line_or_mobile' }],
    ['[S33] a number of no plan', '+447700900123', { isValid: false, type: 'unknown' }],
    ['[S33] toll-free', '+80012345678', { isValid: true, type: 'other' }],
    ['[S35] a number of no plan', '+447700900123', { country: 'GB' }],
    ['[S35] a number of no plan in +1', '+15550100123', { country: 'US' }],
    ['[S35] Guernsey is not Great Britain', '+447911123456', { country: 'GG' }],
    ['[S35] international toll-free', '+80012345678', { country: null }],
    ['[S35] satellite', '+881612345678', { country: null }],
  ])('%s', (_, raw, result) => {
    expect(normalisePhone(raw)).toMatchObject(result);
  });
});

describe('refused', () => {
  it.each([
    ['[S34] nothing', '', undefined, 'empty'],
    ['[S34] blanks', ' \u00a0\u200b', undefined, 'empty'],
    ['[S30] words around it', 'call me +31612345678', undefined, 'not_a_number'],
    ['[S30] letters for digits', '+1 800 FLOWERS', undefined, 'not_a_number'],
    ['[S30] a spreadsheet number', '3.16123E+10', undefined, 'not_a_number'],
    ['[S31] one number as 00 and another as dialled in Korea', '001 60 4555 0143', 'KR', 'not_a_number'],
    ['[S30] a footnote', '+31612345678²', undefined, 'not_a_number'],
    ['[S30] circled digits', '+3161234567⑧', undefined, 'not_a_number'],
    ['[S30] two numbers', '+31612345678, +31687654321', undefined, 'not_a_number'],
    ['[S34] two plus signs', '++31612345678', undefined, 'not_a_number'],
    ['[S34] a plus inside', '31+612345678', 'NL', 'not_a_number'],
    ['[S34] a plus only', '+', undefined, 'not_a_number'],
    ['[S34] zeros only', '00', undefined, 'not_a_number'],
    ['[S32] extension in words', '+31612345678 ext. 5', undefined, 'extension'],
    ['[S32] extension with x', '+31612345678x12', undefined, 'extension'],
    ['[S32] extension with number sign', '+31612345678#12', undefined, 'extension'],
    ['[S32] extension of RFC 3966', '+31612345678;ext=5', undefined, 'extension'],
    ['[S32] a short code', '12345', undefined, 'short_code'],
    ['[S32] a short code with a default country', '12345', 'NL', 'short_code'],
    ['[S29] no country', '31612345678', undefined, 'no_country'],
    ['[S29] no country, national', '0612345678', undefined, 'no_country'],
    ['[S34] a calling code that is none', '+999123456', undefined, 'unknown_calling_code'],
    ['[S33] too short', '+3112', undefined, 'too_short'],
    ['[S33] too long', '+31612345678901', undefined, 'too_long'],
    ['[S33] old Mexican mobile prefix', '+5215512345678', undefined, 'too_long'],
    ['[S34] absurdly long', `+${'1'.repeat(5000)}`, undefined, 'too_long'],
    ['[S34] a length between two possible ones', '+3763123456', undefined, 'impossible_length'],
    ['[S33] a zero too many after the calling code', '+43 00 00 00 0', undefined, 'not_a_number'],
  ])('%s', (...[, raw, defaultCountry, reason]) => {
    expect(normalisePhone(raw, defaultCountry === undefined ? {} : { defaultCountry })).toEqual({
      ok: false,
      reason,
    });
  });

  it('[S29] a default country that is none is a bug of the caller', () => {
    expect(() => normalisePhone('0612345678', { defaultCountry: 'Holland' })).toThrow(
      '"Holland" is not a country code',
    );
    expect(['NL', 'nl', 'Holland'].map(isPhoneCountry)).toEqual([true, true, false]);
  });
});

describe('isUsNumber', () => {
  it.each([
    ['[S36] Washington', '+12025550143', true],
    ['[S36] Puerto Rico', '+17875550123', true],
    ['[S36] Guam', '+16716463456', true],
    ['[S36] US Virgin Islands', '+13406421234', true],
    ['[S36] American Samoa', '+16846221234', true],
    ['[S36] Northern Mariana Islands', '+16702345678', true],
    ['[S36] toll-free', '+18005550199', true],
    ['[S36] fits no plan of +1', '+15550100123', true],
    ['[S36] Toronto', '+14165550143', false],
    ['[S36] Barbados', '+12462501234', false],
    ['[S36] Amsterdam', '+31201234567', false],
    ['[S36] not a number', '', false],
  ])('%s', (_, e164, isUs) => {
    expect(isUsNumber(e164)).toBe(isUs);
  });
});

describe('laws of phone numbers', () => {
  it('[S29] what is accepted is E.164, and stays what it is', () => {
    const raw = fc.oneof(
      fc.string({ unit: fc.constantFrom(...Array.from('0123456789+ -()x')), maxLength: 20 }),
      fc.stringMatching(/^\+[1-9]\d{6,15}$/),
      fc.stringMatching(/^00[1-9]\d{6,15}$/),
    );
    fc.assert(
      fc.property(raw, fc.option(fc.constantFrom('NL', 'US', 'IT', 'MX')), (text, defaultCountry) => {
        const result = normalisePhone(text, defaultCountry === null ? {} : { defaultCountry });
        fc.pre(result.ok);
        const e164 = result.ok ? result.e164 : '';
        expect(e164).toMatch(/^\+[1-9]\d{1,14}$/);
        expect(normalisePhone(e164)).toEqual(result);
      }),
      { numRuns: 2000 },
    );
  });

  it('[S34] any text at all gets an answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(typeof normalisePhone(text, { defaultCountry: 'NL' }).ok).toBe('boolean');
      }),
      { numRuns: 500 },
    );
  });
});

it('[S37] counting does not load the phone tables', () => {
  const program = `
    import { registerHooks } from 'node:module';
    registerHooks({ load: (url, context, next) => (console.log(url), next(url, context)) });
    await import(${JSON.stringify(new URL('index.ts', import.meta.url).href)});
  `;
  const loaded = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  expect(loaded).toContain('count-sms.ts');
  expect(loaded).not.toContain('libphonenumber');
});
