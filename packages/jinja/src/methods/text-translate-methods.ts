import { builtin } from '../evaluate/signature.ts';
import type { Bound, Builtin } from '../evaluate/signature.ts';
import { characters } from '../values/code-points.ts';
import { describeType } from '../values/describe-type.ts';
import { integerOf } from '../values/numbers.ts';
import { readItem } from '../values/read-item.ts';
import { textOf } from '../values/text-of.ts';
import { undefinedFailure } from '../values/undefined-failure.ts';
import { alike } from './text-case-methods.ts';
import { keyOf } from './dict-methods.ts';
import { Dict, Undefined } from '../values/value.ts';
import type { Run, Value } from '../values/value.ts';

/** What a character of the text costs, and an entry of a table. */
const characterCost = 12;
const entryCost = 50;

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

function canBeTable(value: Value): boolean {
  return value instanceof Dict || Array.isArray(value) || textOf(value) !== undefined;
}

function characterFor(run: Run, found: Value): string {
  const text = textOf(found);
  if (text !== undefined) return text;
  if (found === null) return '';
  const code = Number(integerOf(found) ?? Number.NaN);
  if (code >= 0 && code <= 0x10ffff) return String.fromCodePoint(code);
  throw run.fail(
    'type',
    `'translate' puts a text, the number of a character or none in place of a character, but found ${describeType(found)}`,
  );
}

/** Python's translate(): each character as a table says by its number; what the table lacks stays. */
function translate(run: Run, args: Bound): Value {
  const table = args.value(1);
  if (table instanceof Undefined) throw undefinedFailure(run, table);
  if (!canBeTable(table))
    throw run.fail(
      'type',
      `'translate' needs a table, but was given ${describeType(table)}: make one with maketrans()`,
    );
  run.charge(args.string(0).length * characterCost);
  let translated = '';
  for (const character of args.string(0)) {
    const found = readItem(run, table, codeOf(character));
    const piece = found === undefined ? character : characterFor(run, found);
    run.charge(piece.length);
    translated += piece;
  }
  return alike(args.value(0), translated);
}

/** The table of a dict whose keys are characters or their numbers. */
function tableOfDict(run: Run, source: Value): Dict {
  if (!(source instanceof Dict))
    throw run.fail(
      'type',
      "'maketrans' with one value needs named values like {'a': 'b'}: give it some, or two texts",
    );
  const table = new Dict();
  run.charge(source.size * entryCost);
  for (const [key, value] of source.list()) {
    const text = textOf(key);
    const parts = text === undefined ? [] : characters(text);
    if (text === undefined ? integerOf(key) === undefined : parts.length !== 1)
      throw run.fail('value', "the names for 'maketrans' must be single characters or their numbers");
    const code = text === undefined ? key : codeOf(text);
    table.set(keyOf(run, code), code, value);
  }
  return table;
}

/** Python's maketrans(): a table for translate(), of a dict, or of two texts of the same length and one of characters to leave out. */
function makeTable(run: Run, args: Bound): Value {
  if (args.value(2) === null) return tableOfDict(run, args.value(1));
  const unwanted = args.value(3) === null ? '' : args.string(3);
  const [from, to] = [characters(args.string(1)), characters(args.string(2))];
  if (from.length !== to.length)
    throw run.fail('value', "'maketrans' needs two texts of the same length: one character for each");
  const table = new Dict();
  run.charge((from.length + unwanted.length) * entryCost);
  from.forEach((character, index) =>
    table.set(keyOf(run, codeOf(character)), codeOf(character), codeOf(to[index] ?? '')),
  );
  for (const character of unwanted) table.set(keyOf(run, codeOf(character)), codeOf(character), null);
  return table;
}

export const textTranslateMethods: readonly (readonly [string, Builtin])[] = [
  builtin('translate', ['self', 'table'], translate),
  builtin('maketrans', ['self', 'x', ['y', null], ['z', null]], makeTable),
];
