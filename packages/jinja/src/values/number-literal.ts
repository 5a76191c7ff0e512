import { TemplateFailure } from '../template-error.ts';
import type { Span } from '../template-error.ts';
import { makeFloat } from './numbers.ts';
import type { Value } from './value.ts';

const mostDigits = 1_200;
/** Literals up to this length, in any base, are safe integers. */
const longestSafe = 12;

/** The value of a whole-number literal: decimal, 0x, 0o or 0b, with underscores. */
export function parseIntegerLiteral(text: string, at: Span): Value {
  if (text.length > mostDigits)
    throw new TemplateFailure(
      'number_too_big',
      `this number has more than ${mostDigits} digits: shorten it, or put it between quotes if it is no number to count with`,
      at,
    );
  if (text.length <= longestSafe) return Number(text.replaceAll('_', ''));
  const integer = BigInt(text.replaceAll('_', '').toLowerCase());
  return integer <= 9007199254740991n ? Number(integer) : integer;
}

/** The value of a literal with a fraction or an exponent. */
export function parseFloatLiteral(text: string): Value {
  return makeFloat(Number(text.replaceAll('_', '')));
}
