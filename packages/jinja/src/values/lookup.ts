import { dateAttribute } from '../dates/date-attribute.ts';
import { methodOf } from '../methods/method-of.ts';
import { numberAttribute, rangeAttribute } from './number-attribute.ts';
import { orElse } from './or-else.ts';
import { readItem } from './read-item.ts';
import { undefinedFailure } from './undefined-failure.ts';
import { GroupTuple, Undefined } from './value.ts';
import type { ObjectValue, Run, Value } from './value.ts';

/** What Python finds as an attribute, before Jinja2 tries the key: methods and the few attributes there are. */
export function readAttribute(run: Run, target: Value, name: string): Value | undefined {
  const method = methodOf(target, name);
  if (method !== undefined) return method;
  if (typeof target !== 'object') return numberAttribute(target, name);
  if (target === null) return undefined;
  if (!Array.isArray(target)) return objectAttribute(run, target, name);
  if (!(target instanceof GroupTuple)) return undefined;
  if (name === 'grouper') return target[0];
  return name === 'list' ? target[1] : undefined;
}

function objectAttribute(run: Run, target: ObjectValue, name: string): Value | undefined {
  if (target.kind === 'namespace') return target.entries.get(name);
  if (target.kind === 'callable') {
    const isName = name === 'name' || name === '__name__';
    const attribute = target.attribute?.(run, name);
    return attribute === undefined && isName ? target.name : attribute;
  }
  if (target.kind === 'lookup') return target.read(run, name);
  if (target.kind === 'float') return numberAttribute(target, name);
  if (target.kind === 'range') return rangeAttribute(target, name);
  return target.kind === 'date' ? dateAttribute(target, name) : undefined;
}

/** Jinja2's `target.name`: the attribute, else the key; missing where there is neither. */
export function getAttribute(run: Run, target: Value, name: string): Value {
  if (target instanceof Undefined) throw undefinedFailure(run, target);
  const attribute = readAttribute(run, target, name);
  if (attribute !== undefined) return attribute;
  return orElse(readItem(run, target, name), () => new Undefined(name, target));
}

/** Jinja2's `target[key]`: the item, else (for text keys) the attribute; missing where there is neither. */
export function getItem(run: Run, target: Value, key: Value): Value {
  if (target instanceof Undefined) throw undefinedFailure(run, target);
  const item = readItem(run, target, key);
  if (item !== undefined) return item;
  const attribute = typeof key === 'string' ? readAttribute(run, target, key) : undefined;
  return orElse(attribute, () => new Undefined(keyName(key), target));
}

function keyName(key: Value): string {
  return typeof key === 'string' || typeof key === 'number' ? String(key) : 'key';
}
