import { describe, expect, it } from 'vitest';
import { segment, truncateToParts } from './segment.ts';

const gsm =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';

describe('segment', () => {
  it.each([
    ['nothing', '', 'GSM', 1],
    ['160 septets', 'a'.repeat(160), 'GSM', 1],
    ['161 septets', 'a'.repeat(161), 'GSM', 2],
    ['306 septets', 'a'.repeat(306), 'GSM', 2],
    ['307 septets', 'a'.repeat(307), 'GSM', 3],
    ['an escape that fills the single part', `${'a'.repeat(158)}€`, 'GSM', 1],
    ['an escape that overfills it', `${'a'.repeat(159)}€`, 'GSM', 2],
    ['an escape at the border of two parts', `${'a'.repeat(152)}€${'a'.repeat(152)}`, 'GSM', 3],
    ['80 escapes', '€'.repeat(80), 'GSM', 1],
    ['81 escapes', '€'.repeat(81), 'GSM', 2],
    ['153 escapes', '€'.repeat(153), 'GSM', 3],
    ['form feed', `${'a'.repeat(159)}\f`, 'GSM', 2],
    ['70 Cyrillic', 'й'.repeat(70), 'UNICODE', 1],
    ['71 Cyrillic', 'й'.repeat(71), 'UNICODE', 2],
    ['134 Cyrillic', 'й'.repeat(134), 'UNICODE', 2],
    ['135 Cyrillic', 'й'.repeat(135), 'UNICODE', 3],
    ['35 emoji', '😀'.repeat(35), 'UNICODE', 1],
    ['36 emoji', '😀'.repeat(36), 'UNICODE', 2],
    ['67 emoji', '😀'.repeat(67), 'UNICODE', 3],
    ['an emoji over the border', `${'й'.repeat(66)}😀${'й'.repeat(66)}`, 'UNICODE', 3],
    ['a flag at the border', '🇳🇱'.repeat(33), 'UNICODE', 2],
    ['capital Ç', 'Ç', 'GSM', 1],
    ['small ç', 'ç', 'UNICODE', 1],
    ['a backtick', '`', 'UNICODE', 1],
    ['a tab', '\t', 'UNICODE', 1],
    ['an escape character as text', '\u001b', 'UNICODE', 1],
  ])('[C17] %s', (_name, text, ...[encoding, parts]) => {
    expect(segment(text)).toEqual({ encoding, parts });
  });

  it('[C17] knows the 127 characters of the alphabet and the 10 of the extension, and no other', () => {
    const single = allUnits().filter((unit) => segment(unit).encoding === 'GSM');
    expect(single.filter((unit) => segment(unit.repeat(160)).parts === 1).sort()).toEqual(
      Array.from(gsm).sort(),
    );
    const double = single.filter((unit) => segment(unit.repeat(160)).parts > 1);
    expect(double.sort()).toEqual(Array.from('\f^{}\\[~]|€').sort());
  });

  it('[C13] cuts to one part without splitting a pair', () => {
    expect(truncateToParts('short', 1)).toBe('short');
    expect(truncateToParts(`${'a'.repeat(159)}€€`, 1)).toBe('a'.repeat(159));
    expect(truncateToParts(`${'й'.repeat(69)}😀`, 1)).toBe('й'.repeat(69));
  });
});

function allUnits(): string[] {
  return Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));
}
