import { compileTemplate, renderTemplate, type Template } from '@curlew/jinja';
import { countSms } from '@curlew/sms';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { boundMessage, type AttributeRange, type MessageBounds } from './index.ts';

const compile = (source: string): Template => {
  const compiled = compileTemplate(source);
  if (!compiled.ok) throw new Error(`the template of this test is broken: ${compiled.errors[0]?.message}`);
  return compiled.template;
};

const ranges: Readonly<Record<string, AttributeRange>> = {
  first_name: { longest: 20, isGsm: true, isText: true },
  city: { longest: 12, isGsm: false, isText: true },
};
const rangeOf = ([owner, name = '', ...deeper]: readonly string[]): AttributeRange | undefined =>
  owner === 'customer' && deeper.length === 0 ? ranges[name] : undefined;

it.each<[string, MessageBounds]>([
  ['', { encoding: 'GSM-7', parts: { least: 0, most: 0 } }],
  ['Hi {{ customer.first_name }}', { encoding: 'GSM-7', parts: { least: 1, most: 1 } }],
  ['Hi {{ customer.city }}', { encoding: 'either', parts: { least: 1, most: 1 } }],
  ['Ahoj, ďakujeme', { encoding: 'UCS-2', parts: { least: 1, most: 1 } }],
  [
    `${'a'.repeat(125)}{{ customer.first_name }}`,
    // Twenty extension characters would take forty septets.
    { encoding: 'GSM-7', parts: { least: 1, most: 2 } },
  ],
  [`${'ď'.repeat(60)}{{ customer.city }}`, { encoding: 'UCS-2', parts: { least: 1, most: 2 } }],
  [`${'a'.repeat(150)}{{ customer.city }}`, { encoding: 'either', parts: { least: 1, most: 3 } }],
  ['€'.repeat(81), { encoding: 'GSM-7', parts: { least: 2, most: 2 } }],
  ['e\u0301', { encoding: 'GSM-7', parts: { least: 1, most: 1 } }],
  ['{{ customer.city[:3] }}', { encoding: 'either', parts: { least: 0, most: 1 } }],
])('[E19] bounds %j', (source, bounds) => {
  expect(boundMessage(compile(source), rangeOf)).toEqual(bounds);
});

it('[E19] knows nothing of an attribute without a range', () => {
  const { encoding, parts } = boundMessage(compile('{{ customer.note }}'), rangeOf);
  expect(encoding).toBe('either');
  expect(parts.least).toBe(0);
  expect(parts.most).toBeGreaterThan(255);
});

it('[E19] no message leaves its bounds', () => {
  const piece = fc.constantFrom(
    'a'.repeat(70),
    'ď',
    'e',
    '\u0301',
    '\u1100',
    '\u1161',
    '€'.repeat(40),
    '👋'.repeat(15),
    '\ufb2c',
    '{{ customer.first_name }}',
    '{{ customer.city }}',
    '{{ customer.city[:2] }}',
    '{{ customer.city|truncate(3, true, "…") }}',
    '{% if customer.city %}ž{% else %}z{% endif %}',
    '{% for i in [1, 2, 3] %}{{ customer.first_name }}{% endfor %}',
  );
  const gsmName = fc.string({ unit: fc.constantFrom('a', 'é', '€', '{', '@'), maxLength: 20 });
  const city = fc
    .string({ unit: fc.constantFrom('a', 'e', '\u0301', '👋', '\ufb2c', '€', '\u1161'), maxLength: 20 })
    .filter((text) => text.normalize('NFC').length <= 12);
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), gsmName, city, (pieces, name, place) => {
      const template = compile(pieces.join(''));
      const bounds = boundMessage(template, rangeOf);
      const rendered = renderTemplate(template, { customer: { first_name: name, city: place } });
      if (!rendered.ok) throw new Error(rendered.error.message);
      const { encoding, parts } = countSms(rendered.text);
      expect(parts.length).toBeGreaterThanOrEqual(bounds.parts.least);
      expect(parts.length).toBeLessThanOrEqual(bounds.parts.most);
      const expected = rendered.text === '' || bounds.encoding === 'either' ? encoding : bounds.encoding;
      expect(encoding).toBe(expected);
    }),
    { numRuns: 3_000 },
  );
});
