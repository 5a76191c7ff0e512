import { describeType } from '../values/describe-type.ts';
import { itemsOf } from '../values/iterate.ts';
import { toText } from '../values/to-text.ts';
import { Dict } from '../values/value.ts';
import type { Run, Value } from '../values/value.ts';

/** A value as plain data for the host: lists as arrays, dicts as objects without a prototype, dates as Date. */
export function toHostData(run: Run, value: Value): unknown {
  run.step();
  if (typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value)) {
    // As `decimal` makes it: a plain number would come back as a whole one.
    if (value.kind === 'float') return value;
    if (value.kind === 'markup') return value.text;
    if (value.kind === 'undefined') return undefined;
    if (value.kind === 'date') return new Date(value.milliseconds);
  }
  run.enter();
  const data = value instanceof Dict ? dictData(run, value) : listData(run, value);
  run.leave();
  return data;
}

function dictData(run: Run, dict: Dict): unknown {
  const data: Record<string, unknown> = Object.create(null);
  for (const [key, value] of dict.list()) data[toText(run, key)] = toHostData(run, value);
  return data;
}

function listData(run: Run, value: Value): unknown {
  const items = itemsOf(run, value);
  if (items === undefined) throw run.fail('type', `${describeType(value)} cannot be handed on`);
  return items.map((item) => toHostData(run, item));
}
