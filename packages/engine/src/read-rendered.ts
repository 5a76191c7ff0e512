import { readWrittenValue, type NamedValue, type WrittenValue } from '@curlew/scenario';
import type { Rendered } from './create-render.ts';
import { keepableText } from './keepable-text.ts';

const keepable = <T extends string | number | boolean>(value: T): T | string =>
  typeof value === 'string' ? keepableText(value) : value;

/** What a value's template gave, read as its type (N33): null where nothing is left of it, and in it what can be kept. */
export const readRendered = (type: NamedValue['type'], rendered: Rendered): WrittenValue => {
  if (!rendered.ok) return { ok: false };
  const written = readWrittenValue(type, keepableText(rendered.text));
  if (!written.ok || written.value === null) return written;
  const { value } = written;
  // A list in JSON may have written what a text cannot have.
  return { ok: true, value: typeof value === 'object' ? value.map(keepable) : keepable(value) };
};
