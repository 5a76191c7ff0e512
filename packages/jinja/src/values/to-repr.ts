import { dateText } from '../dates/date-text.ts';
import { floatText } from '../format/float-text.ts';
import { quoteText } from './quote-text.ts';
import { Dict, Tuple } from './value.ts';
import type { ObjectValue, Run, Value } from './value.ts';

/** Python's repr(): how a value looks inside a list. */
export function toRepr(run: Run, value: Value): string {
  run.step();
  if (typeof value === 'string') {
    run.charge(value.length);
    return quoteText(value);
  }
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : floatText(value);
  if (typeof value === 'bigint') {
    run.countInteger(value);
    return String(value);
  }
  if (value === null) return 'None';
  return Array.isArray(value) ? listRepr(run, value) : objectRepr(run, value);
}

function nestedRepr(run: Run, walk: () => string): string {
  run.enter();
  const text = walk();
  run.leave();
  run.charge(text.length);
  return text;
}

function listRepr(run: Run, list: readonly Value[]): string {
  return nestedRepr(run, () => {
    const items = list.map((item) => toRepr(run, item));
    if (!(list instanceof Tuple)) return `[${items.join(', ')}]`;
    return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
  });
}

function dictRepr(run: Run, dict: Dict): string {
  return nestedRepr(run, () => {
    const items: string[] = [];
    for (const [key, value] of dict.list()) items.push(`${toRepr(run, key)}: ${toRepr(run, value)}`);
    return `{${items.join(', ')}}`;
  });
}

function viewRepr(run: Run, dict: Dict, part: 'keys' | 'values' | 'items'): string {
  return nestedRepr(run, () => {
    const items: string[] = [];
    for (const [key, value] of dict.list()) {
      if (part === 'items') items.push(`(${toRepr(run, key)}, ${toRepr(run, value)})`);
      else items.push(toRepr(run, part === 'keys' ? key : value));
    }
    return `dict_${part}([${items.join(', ')}])`;
  });
}

function objectRepr(run: Run, value: ObjectValue): string {
  switch (value.kind) {
    case 'float':
      return floatText(value.number);
    case 'markup':
      return `Markup(${quoteText(value.text)})`;
    case 'undefined':
      return 'Undefined';
    case 'dict':
      return dictRepr(run, value);
    case 'view':
      return viewRepr(run, value.dict, value.part);
    case 'range': {
      const bounds = `${value.start}, ${value.stop}`;
      return value.step === 1 ? `range(${bounds})` : `range(${bounds}, ${value.step})`;
    }
    case 'namespace': {
      const dict = new Dict();
      for (const [key, entry] of value.entries) dict.set(key, key, entry);
      return `<Namespace ${dictRepr(run, dict)}>`;
    }
    case 'date':
      return `${value.isDay ? 'date' : 'datetime'}(${dateText(value)})`;
    case 'stream':
      return `<generator ${value.label}>`;
    case 'callable':
      return (typeof value.label === 'function' ? value.label() : value.label) ?? `<function ${value.name}>`;
    case 'lookup':
      return `<${value.name}>`;
  }
}
