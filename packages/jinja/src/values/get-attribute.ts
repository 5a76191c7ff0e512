import { dateAttribute } from '../dates/date-attribute.ts';
import type { Run } from '../evaluate/run.ts';
import { methodOf } from '../methods/method-of.ts';
import { getItem } from './get-item.ts';
import { undefinedFailure } from './undefined-failure.ts';
import { GroupTuple, Undefined } from './value.ts';
import type { Value } from './value.ts';

/** What Python finds as an attribute, before Jinja2 tries the key: methods and the few attributes there are. */
export function ownAttribute(run: Run, target: Value, name: string): Value | undefined {
  const method = methodOf(run, target, name);
  if (method !== undefined) return method;
  if (typeof target !== 'object' || target === null) return undefined;
  if (Array.isArray(target)) {
    if (!(target instanceof GroupTuple)) return undefined;
    return name === 'grouper' ? (target[0] ?? null) : name === 'list' ? (target[1] ?? null) : undefined;
  }
  switch (target.kind) {
    case 'namespace':
      return target.entries.get(name);
    case 'callable':
      return (
        target.attribute?.(run, name) ?? (name === 'name' || name === '__name__' ? target.name : undefined)
      );
    case 'lookup':
      return target.read(run, name);
    case 'date':
      return dateAttribute(target, name);
    default:
      return undefined;
  }
}

/** Jinja2's `target.name`: the attribute, else the key; missing where there is neither. */
export function getAttribute(run: Run, target: Value, name: string): Value {
  if (target instanceof Undefined) throw undefinedFailure(run, target);
  return ownAttribute(run, target, name) ?? getItem(run, target, name, false);
}
