import { characterAt, isDigit } from '../syntax/characters.ts';
import type { RunState } from '../values/run-state.ts';

/** Python's format specification: [[fill]align][sign][z][#][0][width][grouping][.precision][type]. */
export interface FormatSpec {
  readonly fill: string;
  readonly align: '<' | '>' | '^' | '=' | '';
  /** Empty where none was written, which means '-'. */
  readonly sign: '+' | '-' | ' ' | '';
  /** Whether a zero loses its minus sign: the 'z' flag. */
  readonly keepsNoNegativeZero: boolean;
  readonly alternate: boolean;
  /** Whether '=' was written, rather than meant by a zero before the width. */
  readonly alignsSign: boolean;
  readonly width: number;
  readonly grouping: ',' | '_' | '';
  readonly precision: number | undefined;
  readonly type: string;
}

/** The types whose digits can be grouped, by the mark between the groups. */
const groupedTypes: Readonly<Record<',' | '_', ReadonlySet<string>>> = {
  ',': new Set(['', ...'deEfFgG%'.split('')]),
  _: new Set(['', ...'deEfFgG%boxX'.split('')]),
};

function isAlign(character: string): character is '<' | '>' | '^' | '=' {
  return character === '<' || character === '>' || character === '^' || character === '=';
}

function digitsAt(spec: string, start: number): number {
  let end = start;
  while (isDigit(spec.charCodeAt(end))) end += 1;
  return end;
}

/** Reads a format specification; the width and precision are counted before anything is built. */
export function parseFormatSpec(run: RunState, spec: string): FormatSpec {
  const first = characterAt(spec, 0);
  const second = characterAt(spec, first.length);
  const hasFill = isAlign(second);
  let at = hasFill ? first.length + 1 : isAlign(first) ? 1 : 0;
  let align: FormatSpec['align'] = hasFill ? second : isAlign(first) ? first : '';
  const alignsSign = align === '=';
  let fill = hasFill ? first : ' ';
  let sign: FormatSpec['sign'] = '';
  const signMark = spec[at];
  if (signMark === '+' || signMark === '-' || signMark === ' ') {
    sign = signMark;
    at += 1;
  }
  const keepsNoNegativeZero = spec[at] === 'z';
  if (keepsNoNegativeZero) at += 1;
  const alternate = spec[at] === '#';
  if (alternate) at += 1;
  if (spec[at] === '0') {
    if (align === '') align = '=';
    if (!hasFill) fill = '0';
    at += 1;
  }
  const widthEnd = digitsAt(spec, at);
  const width = Number(spec.slice(at, widthEnd));
  at = widthEnd;
  const groupMark = spec[at];
  const grouping = groupMark === ',' || groupMark === '_' ? groupMark : '';
  if (grouping !== '') at += 1;
  let precision: number | undefined;
  if (spec[at] === '.') {
    const end = digitsAt(spec, at + 1);
    if (end === at + 1)
      throw run.fail(
        'value',
        `the format '${spec}' lacks the number of decimals after '.': write for example '.2f'`,
      );
    precision = Number(spec.slice(at + 1, end));
    at = end;
  }
  const type = characterAt(spec, at);
  if (at + type.length < spec.length)
    throw run.fail('value', `the format '${spec}' is not understood: write for example '.2f', ',d' or '>10'`);
  if (grouping !== '' && !groupedTypes[grouping].has(type))
    throw run.fail(
      'value',
      `'${grouping}' groups the digits of numbers and cannot be used with '${type}': remove one of them`,
    );
  run.charge(width + (precision ?? 0));
  return { fill, align, alignsSign, sign, keepsNoNegativeZero, alternate, width, grouping, precision, type };
}
