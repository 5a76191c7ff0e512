import { isDigit } from './characters.ts';

/** The end of digits that may be separated by single underscores, or `start` where there is none. */
function digitsEnd(source: string, start: number, accepts: (unit: number) => boolean = isDigit): number {
  let end = start;
  while (
    accepts(source.charCodeAt(end)) ||
    (end > start && source[end] === '_' && accepts(source.charCodeAt(end + 1)))
  )
    end += 1;
  return end;
}

function exponentEnd(source: string, start: number): number {
  if (source[start] !== 'e' && source[start] !== 'E') return start;
  const digits = source[start + 1] === '+' || source[start + 1] === '-' ? start + 2 : start + 1;
  const end = digitsEnd(source, digits);
  return end === digits ? start : end;
}

const radixDigits: Readonly<Record<string, (unit: number) => boolean>> = {
  b: (unit) => unit === 48 || unit === 49,
  o: (unit) => unit >= 48 && unit <= 55,
  x: (unit) => isDigit(unit) || (unit >= 97 && unit <= 102) || (unit >= 65 && unit <= 70),
};

function radixEnd(source: string, start: number): number {
  const accepts = source[start] === '0' ? radixDigits[(source[start + 1] ?? '').toLowerCase()] : undefined;
  if (accepts === undefined) return start;
  const first = source[start + 2] === '_' ? start + 3 : start + 2;
  const end = digitsEnd(source, first, accepts);
  return end === first ? start : end;
}

/** Lexes Jinja2's number literals; a number right after a dot is always whole (`matrix.1.0`). */
export function lexNumber(
  source: string,
  start: number,
): { readonly type: 'int' | 'float'; readonly end: number } | undefined {
  if (!isDigit(source.charCodeAt(start))) return undefined;
  const whole = digitsEnd(source, start);
  if (source[start - 1] !== '.') {
    const fraction = source[whole] === '.' ? digitsEnd(source, whole + 1) : whole;
    const mantissa = fraction > whole + 1 ? fraction : whole;
    const end = exponentEnd(source, mantissa);
    if (end > whole) return { type: 'float', end };
  }
  const radix = radixEnd(source, start);
  if (radix > start) return { type: 'int', end: radix };
  // A leading zero ends the number, as in Python: 007 is three numbers and thus an error.
  if (source[start] === '0') return { type: 'int', end: digitsEnd(source, start, (unit) => unit === 48) };
  return { type: 'int', end: whole };
}
