import { builtin } from '../evaluate/signature.ts';
import type { Bound, Builtin } from '../evaluate/signature.ts';
import { escapeText } from '../format/escape-text.ts';
import { arithmetic } from '../values/arithmetic.ts';
import { attributeReader } from '../values/attribute-reader.ts';
import { characters } from '../values/code-points.ts';
import { describeType } from '../values/describe-type.ts';
import { iterate, toList, walk } from '../values/iterate.ts';
import { lengthOf } from '../values/length-of.ts';
import { numberOf } from '../values/numbers.ts';
import { orElse } from '../values/or-else.ts';
import { readItem } from '../values/read-item.ts';
import { textOf } from '../values/text-of.ts';
import { toText } from '../values/to-text.ts';
import { Markup } from '../values/markup.ts';
import { Dict, DictView, Stream, Undefined } from '../values/value.ts';
import type { Run, Value } from '../values/value.ts';

function first(run: Run, args: Bound): Value {
  const next = walk(run, args.value(0)).next();
  return next.done === true
    ? new Undefined(
        'first',
        undefined,
        'there is no first item, because the list is empty: check it with if first',
      )
    : next.value;
}

function last(run: Run, args: Bound): Value {
  const value = args.value(0);
  if (value instanceof Stream) throw run.fail('type', "'last' needs a list: add |list before it");
  const lastItem = iterate(run, value).at(-1);
  if (value instanceof Markup && typeof lastItem === 'string') return new Markup(lastItem);
  return orElse(
    lastItem,
    () =>
      new Undefined(
        'last',
        undefined,
        'there is no last item, because the list is empty: check it with if first',
      ),
  );
}

function random(run: Run, args: Bound): Value {
  const value = args.value(0);
  if (value instanceof Stream || value instanceof DictView || value instanceof Dict)
    throw run.fail('type', "'random' needs a list: add |list before it");
  const size = lengthOf(run, value) ?? iterate(run, value).length;
  return orElse(
    readItem(run, value, Math.floor(run.random() * size)),
    () =>
      new Undefined(
        'random',
        undefined,
        'there is no item to choose, because the list is empty: check it with if first',
      ),
  );
}

function join(run: Run, args: Bound): Value {
  const read = args.value(2) === null ? undefined : attributeReader(run, args.value(2));
  const items = iterate(run, args.value(0)).map((item) => (read === undefined ? item : read(item)));
  const isMarkup =
    run.autoescape && (args.value(1) instanceof Markup || items.some((item) => item instanceof Markup));
  let length = 0;
  const texts = items.map((item) => {
    run.step();
    const text = toText(run, item);
    length += text.length;
    return isMarkup && !(item instanceof Markup) ? escapeText(text) : text;
  });
  const separator = isMarkup && !(args.value(1) instanceof Markup) ? escapeText(args.text(1)) : args.text(1);
  run.charge(length + separator.length * texts.length);
  return isMarkup ? new Markup(texts.join(separator)) : texts.join(separator);
}

function reverse(run: Run, args: Bound): Value {
  const text = textOf(args.value(0));
  if (text !== undefined) {
    run.charge(text.length);
    const reversed = characters(text).reverse().join('');
    return args.value(0) instanceof Markup ? new Markup(reversed) : reversed;
  }
  const items = toList(run, args.value(0)).reverse();
  // What Python cannot walk backwards comes as a list.
  return args.value(0) instanceof Stream ? items : new Stream('reversed', items.values());
}

function sum(run: Run, args: Bound): Value {
  const read = args.value(1) === null ? undefined : attributeReader(run, args.value(1));
  let total = args.value(2);
  if (textOf(total) !== undefined) throw run.fail('type', "'sum' adds numbers; use 'join' for texts");
  for (const item of iterate(run, args.value(0))) {
    run.step();
    total = arithmetic(run, '+', [total, read === undefined ? item : read(item)]);
  }
  return total;
}

function* batches(run: Run, args: Bound): Generator<Value> {
  const fill = args.value(2);
  // Without anything to fill up with, a size that is no number is a size no batch ever has.
  const size = numberOf(args.value(1)) ?? Number.NaN;
  let batch: Value[] = [];
  for (const item of walk(run, args.value(0))) {
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
    run.charge(1);
    batch.push(item);
  }
  if (batch.length === 0) return;
  if (fill !== null && !(batch.length >= size)) {
    args.integer(1);
    run.charge(size - batch.length);
    while (batch.length < size) batch.push(fill);
  }
  yield batch;
}

function* slices(run: Run, args: Bound): Generator<Value> {
  const items = toList(run, args.value(0));
  const count = args.integer(1);
  const fill = args.value(2);
  if (count === 0) throw run.fail('division_by_zero', "'slice' makes a number of lists: give it 1 or more");
  const size = Math.floor(items.length / count);
  const longer = ((items.length % count) + count) % count;
  let start = 0;
  for (let index = 0; index < count; index += 1) {
    run.step();
    const end = start + size + (index < longer ? 1 : 0);
    const part = items.slice(start, end);
    if (fill !== null && index >= longer) part.push(fill);
    start = end;
    yield part;
  }
}

function items(run: Run, args: Bound): Value {
  const value = args.value(0);
  if (value instanceof Undefined) return new Stream('items', [].values());
  if (!(value instanceof Dict))
    throw run.fail('type', `'items' needs named values like {'a': 1}, but was given ${describeType(value)}`);
  return new Stream('items', walk(run, new DictView(value, 'items')));
}

export const listFilters: readonly (readonly [string, Builtin])[] = [
  builtin('first', ['seq'], first),
  builtin('last', ['seq'], last),
  builtin('random', ['seq'], random),
  builtin('list', ['value'], (run, args) => toList(run, args.value(0))),
  builtin('join', ['value', ['d', ''], ['attribute', null]], join),
  builtin('reverse', ['value'], reverse),
  builtin('sum', ['iterable', ['attribute', null], ['start', 0]], sum),
  builtin(
    'batch',
    ['value', 'linecount', ['fill_with', null]],
    (run, args) => new Stream('batch', batches(run, args), args.value(0)),
  ),
  builtin(
    'slice',
    ['value', 'slices', ['fill_with', null]],
    (run, args) => new Stream('slice', slices(run, args)),
  ),
  builtin('items', ['value'], items),
];
