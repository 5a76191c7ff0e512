import { isDigit } from '../syntax/characters.ts';
import { everyCharacter } from './every-character.ts';
import { toAsciiDigits } from './decimal-digits.ts';
import { trimText } from './trim-text.ts';

const prefixes: Readonly<Record<string, number>> = { '0b': 2, '0o': 8, '0x': 16 };
const letters = '0123456789abcdefghijklmnopqrstuvwxyz';
/** Longer texts are no number anybody means, and costly to read. */
const longestNumber = 1_300;

/** Digits without the single underscores Python allows between them; nothing where one is misplaced. */
function withoutUnderscores(digits: string): string | undefined {
  if (!digits.includes('_')) return digits;
  if (digits.startsWith('_') || digits.endsWith('_') || digits.includes('__')) return undefined;
  return digits.replaceAll('_', '');
}

interface Signed {
  readonly negative: boolean;
  readonly rest: string;
}

function takeSign(text: string): Signed | undefined {
  const bare = trimText(text, undefined, 'both');
  if (bare.length > longestNumber) return undefined;
  const trimmed = toAsciiDigits(bare);
  const hasSign = trimmed.startsWith('-') || trimmed.startsWith('+');
  return { negative: trimmed.startsWith('-'), rest: hasSign ? trimmed.slice(1) : trimmed };
}

function isDigitOf(character: string, radix: number): boolean {
  const digit = letters.indexOf(character);
  return digit !== -1 && digit < radix;
}

/** The engine reads these bases much faster than digit by digit. */
const quickPrefixes: ReadonlyMap<bigint, string> = new Map([
  [2n, '0b'],
  [8n, '0o'],
  [10n, ''],
  [16n, '0x'],
]);

function readDigits(digits: string, radix: bigint): bigint {
  const prefix = quickPrefixes.get(radix);
  if (prefix !== undefined) return BigInt(prefix + digits);
  let value = 0n;
  for (const character of digits) value = value * radix + BigInt(letters.indexOf(character));
  return value;
}

/** Python's int(text, base). */
export function parseIntegerText(text: string, base: number): bigint | undefined {
  const signed = takeSign(text);
  if (signed === undefined || (base !== 0 && (base < 2 || base > 36))) return undefined;
  const { negative, rest } = signed;
  const lower = rest.toLowerCase();
  const prefix = lower.slice(0, 2);
  const prefixBase = Object.hasOwn(prefixes, prefix) ? prefixes[prefix] : undefined;
  const usesPrefix = prefixBase !== undefined && (base === 0 || base === prefixBase);
  const radix = BigInt(usesPrefix ? prefixBase : base === 0 ? 10 : base);
  const raw = usesPrefix ? lower.slice(lower[2] === '_' ? 3 : 2) : lower;
  const digits = withoutUnderscores(raw);
  if (digits === undefined || digits === '') return undefined;
  if (!everyCharacter(digits, (character) => isDigitOf(character, Number(radix)))) return undefined;
  const value = readDigits(digits, radix);
  // In base 0 a decimal may not begin with a zero, unless it is zero.
  if (base === 0 && !usesPrefix && digits.startsWith('0') && value !== 0n) return undefined;
  return negative ? -value : value;
}

const words: Readonly<Record<string, number>> = { inf: Infinity, infinity: Infinity, nan: Number.NaN };

function isDecimal(text: string): boolean {
  let at = 0;
  const skipDigits = (): number => {
    const start = at;
    while (
      isDigit(text.charCodeAt(at)) ||
      (at > start && text[at] === '_' && isDigit(text.charCodeAt(at + 1)))
    )
      at += 1;
    return at - start;
  };
  const whole = skipDigits();
  let fraction = 0;
  if (text[at] === '.') {
    at += 1;
    fraction = skipDigits();
  }
  if (whole + fraction === 0) return false;
  if (text[at] === 'e' || text[at] === 'E') {
    at += text[at + 1] === '-' || text[at + 1] === '+' ? 2 : 1;
    if (skipDigits() === 0) return false;
  }
  return at === text.length;
}

/** Python's float(text). */
export function parseFloatText(text: string): number | undefined {
  const signed = takeSign(text);
  if (signed === undefined) return undefined;
  const { negative, rest } = signed;
  const lower = rest.toLowerCase();
  const word = Object.hasOwn(words, lower) ? words[lower] : undefined;
  const number = word ?? (isDecimal(rest) ? Number(rest.replaceAll('_', '')) : undefined);
  return number !== undefined && negative ? -number : number;
}
