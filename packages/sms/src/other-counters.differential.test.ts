import { SegmentedMessage } from 'sms-segments-calculator';
import { split } from 'split-sms';
import { describe, expect, it } from 'vitest';
import { countSms, readParts } from './count-sms.ts';
import { DEFAULT_ALPHABET, DEFAULT_EXTENSION } from './gsm-alphabet.ts';

const TEXTS_PER_POOL = 20_000;
const MAX_UNITS = 330;

const basic = Array.from(DEFAULT_ALPHABET.replace('\u001b', ''));
const extension = Array.from(DEFAULT_EXTENSION);
const emoji = ['😀', '🎉', '👉', '❤️', '☕'];

const POOLS: Readonly<Record<string, readonly string[]>> = {
  'basic characters': basic,
  'basic and extension characters': [...basic.slice(32, 64), ...extension],
  'Basic Multilingual Plane': ['a', ' ', '€', ...Array.from('йЖçáệ中한กΑω’–…™½₹')],
  'control characters': ['a', '\n', '\r', '\f', '\t', '\u0000', '\u000b', '\u007f', '\u0085'],
  'emoji and text': ['a', 'b', ' ', 'й', '€', ...emoji],
  clusters: ['a', 'й', 'e\u0301', 'q\u0323\u0301', '👨‍👩‍👧‍👦', '🇳🇱', '👍🏽', '1️⃣'],
  'stacked marks': ['a', 'й', '\u0316', '\u0323', '\u0301', '\u0345', '\u0489'],
  'Hangul letters': ['\u1100', '\u1161', '\u11a8', '한', '\ua960', 'a'],
  'Indic and Thai': Array.from('नि\u093cक्षกำ\u0e48เ ab'),
};

/** mulberry32: small, seeded, good enough to draw texts. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

function drawText(pool: readonly string[], random: () => number): string {
  const units = 1 + Math.floor(random() * MAX_UNITS);
  let text = '';
  while (text.length < units) text += pool[Math.floor(random() * pool.length)] ?? '';
  return text;
}

/** What differs, or `null`. split-sms does not normalise, so it gets the text as it is sent. */
function compare(text: string): string | null {
  const ours = countSms(text);
  const theirs = split(text.normalize('NFC'));
  const encoding = theirs.characterSet === 'GSM' ? 'GSM-7' : 'UCS-2';
  if (ours.encoding !== encoding) return `encoding of ${JSON.stringify(text)}`;
  const bytesPerUnit = encoding === 'GSM-7' ? 1 : 2;
  const units = theirs.parts.map((part) => part.bytes / bytesPerUnit);
  if (ours.parts.map((part) => part.units).join() !== units.join()) return `units of ${JSON.stringify(text)}`;
  const contents = theirs.parts.map((part) => part.content);
  return readParts(ours).join('|') === contents.join('|') ? null : `contents of ${JSON.stringify(text)}`;
}

/** The first difference on texts drawn from a pool. */
function findDifference(pool: readonly string[], random: () => number): string | null {
  for (let drawn = 0; drawn < TEXTS_PER_POOL; drawn += 1) {
    const difference = compare(drawText(pool, random));
    if (difference !== null) return difference;
  }
  return null;
}

describe('split-sms', () => {
  for (const [name, pool] of Object.entries(POOLS)) {
    it(`[S17] agrees on 20,000 texts of ${name}`, { timeout: 60_000 }, () => {
      expect(findDifference(pool, makeRandom(name.length * 7919))).toBeNull();
    });
  }

  it('[S4] is the only one of the two to let half a pair swallow its neighbour', () => {
    expect(compare(`${'й'.repeat(66)}\ud83d${'й'.repeat(67)}`)).toContain('units');
  });
});

/** Units of each part by sms-segments-calculator, which keeps clusters whole and so is held against texts without any. */
function countSegments(text: string): number[] {
  return new SegmentedMessage(text).segments.map((segment) => segment.messageSizeInBits());
}

describe('sms-segments-calculator', () => {
  for (const name of [
    'basic characters',
    'basic and extension characters',
    'Basic Multilingual Plane',
  ] as const) {
    it(`[S9] agrees on 500 texts of ${name}`, { timeout: 60_000 }, () => {
      const random = makeRandom(name.length);
      const texts = Array.from({ length: 500 }, () => drawText(POOLS[name] ?? [], random).normalize('NFC'));
      const wrong = texts.filter((text) => {
        const { parts, encoding } = countSms(text);
        const bits = parts.map((part) => part.units * (encoding === 'GSM-7' ? 7 : 16));
        return bits.join() !== countSegments(text).join();
      });
      expect(wrong).toEqual([]);
    });
  }
});
