import { escapeText } from '../format/escape-text.ts';
import { integerOf } from './numbers.ts';
import { textOf } from './text-of.ts';
import { Markup } from './markup.ts';
import { Tuple, makeTuple } from './value.ts';
import type { Run, Value } from './value.ts';

/** What an item of a list costs, in characters. */
const itemCost = 4;

/** Python's + of texts, lists and tuples; nothing where it does not apply. */
export function addSequences(run: Run, left: Value, right: Value): Value | undefined {
  const leftText = textOf(left);
  const rightText = textOf(right);
  if (leftText !== undefined && rightText !== undefined) {
    run.charge(leftText.length + rightText.length);
    if (!(left instanceof Markup) && !(right instanceof Markup)) return leftText + rightText;
    return new Markup(
      (left instanceof Markup ? leftText : escapeText(leftText)) +
        (right instanceof Markup ? rightText : escapeText(rightText)),
    );
  }
  if (!Array.isArray(left) || !Array.isArray(right) || left instanceof Tuple !== right instanceof Tuple)
    return undefined;
  run.charge(itemCost * (left.length + right.length));
  const items: Value[] = left.concat(right);
  return left instanceof Tuple ? makeTuple(items) : items;
}

/** Python's * of a text or list with a count; the size is checked before it is built. */
export function repeat(run: Run, left: Value, right: Value): Value | undefined {
  const [sequence, factor] = integerOf(right) === undefined ? [right, left] : [left, right];
  const integer = integerOf(factor);
  const text = textOf(sequence);
  if (integer === undefined || (text === undefined && !Array.isArray(sequence))) return undefined;
  if (typeof integer === 'bigint')
    throw run.fail('too_much_memory', 'this is repeated too often: use a smaller number');
  const count = Math.max(0, integer);
  const length = text?.length ?? (Array.isArray(sequence) ? sequence.length : 0);
  if (length > 0) run.charge(length * count * (text === undefined ? itemCost : 1));
  const times = length === 0 ? 0 : count;
  if (text !== undefined)
    return sequence instanceof Markup ? new Markup(text.repeat(times)) : text.repeat(times);
  const items: Value[] = [];
  for (let turn = 0; turn < times; turn += 1)
    if (Array.isArray(sequence)) for (const item of sequence) items.push(item);
  return sequence instanceof Tuple ? makeTuple(items) : items;
}
