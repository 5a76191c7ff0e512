import { characters } from './code-points.ts';
import { describeType } from './describe-type.ts';
import { Stream, makeTuple } from './value.ts';
import type { RangeValue } from './range-value.ts';
import type { Dict, Run, Value } from './value.ts';

/** The items a value yields, or nothing where it cannot be walked. Lists come as they are, not copied. */
export function itemsOf(run: Run, value: Value): readonly Value[] | undefined {
  if (typeof value === 'string') return textItems(run, value);
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return value;
  switch (value.kind) {
    case 'markup':
      return textItems(run, value.text);
    case 'undefined':
      return [];
    case 'dict':
      return viewItems(run, value, 'keys');
    case 'view':
      return viewItems(run, value.dict, value.part);
    case 'range':
      return rangeItems(run, value);
    case 'stream':
      return streamItems(run, value.iterator);
    case 'float':
    case 'namespace':
    case 'callable':
    case 'date':
    case 'lookup':
      return undefined;
  }
}

function textItems(run: Run, text: string): readonly Value[] {
  run.charge(text.length);
  return characters(text);
}

function rangeItems(run: Run, range: RangeValue): readonly Value[] {
  run.charge(range.length);
  const items: Value[] = [];
  for (let index = 0; index < range.length; index += 1) items.push(range.start + index * range.step);
  return items;
}

function streamItems(run: Run, iterator: Iterator<Value>): readonly Value[] {
  const items: Value[] = [];
  for (let next = iterator.next(); next.done !== true; next = iterator.next()) {
    run.step();
    items.push(next.value);
  }
  return items;
}

/** The keys, values or pairs of a dict as a list. */
export function viewItems(run: Run, dict: Dict, part: 'keys' | 'values' | 'items'): readonly Value[] {
  run.charge(dict.size * 16);
  const items: Value[] = [];
  for (const [key, value] of dict.list()) {
    if (part === 'items') items.push(makeTuple([key, value]));
    else items.push(part === 'keys' ? key : value);
  }
  return items;
}

/** The items of a value that has to be walked. */
export function iterate(run: Run, value: Value): readonly Value[] {
  const items = itemsOf(run, value);
  if (items === undefined)
    throw run.fail(
      'type',
      `a list is needed here, but this is ${describeType(value)}: put it between [ and ] to make a list of it`,
    );
  return items;
}

/** Python's list(): a new list of the items. */
export function toList(run: Run, value: Value): Value[] {
  const items = iterate(run, value);
  run.charge(items.length * 4);
  return Array.from(items);
}

/** A stream that makes its items one by one, as Python's generators do. */
export function* walk(run: Run, value: Value): Generator<Value> {
  if (value instanceof Stream && value.depth > run.limits.depth) {
    throw run.fail('too_deep', `more than ${run.limits.depth} filters feed each other: add |list in between`);
  }
  if (value !== null && typeof value === 'object' && !Array.isArray(value) && value.kind === 'stream') {
    for (let next = value.iterator.next(); next.done !== true; next = value.iterator.next()) {
      run.step();
      yield next.value;
    }
    return;
  }
  const items = iterate(run, value);
  for (let index = 0; index < items.length; index += 1) {
    run.step();
    yield items[index] ?? null;
  }
}
