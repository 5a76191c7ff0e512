import { Markup } from './markup.ts';
import type { Value } from './value.ts';

/** The characters of a text or Markup; nothing for other values. */
export function textOf(value: Value): string | undefined {
  if (typeof value === 'string') return value;
  return value instanceof Markup ? value.text : undefined;
}
