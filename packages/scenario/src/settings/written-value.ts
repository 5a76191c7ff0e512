import type { ComparisonType } from '../filter/comparison.ts';
import { readNumberText } from '../filter/read-value.ts';
import { readDay } from './calendar.ts';

type Item = string | number | boolean;

export type WrittenValue =
  /** Null: nothing is left of it, so the attribute is deleted, the property left out. */
  { readonly ok: true; readonly value: Item | readonly Item[] | null } | { readonly ok: false };

const isItem = (value: unknown): value is Item =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

const readItems = (text: string): WrittenValue => {
  if (!text.startsWith('[')) {
    const items = text.split(',').map((item) => item.trim());
    return { ok: true, value: items.filter((item) => item !== '') };
  }
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) && parsed.every(isItem) ? { ok: true, value: parsed } : { ok: false };
  } catch {
    // A SyntaxError: the text begins like a list and is none.
    return { ok: false };
  }
};

/** What the text of a value becomes: a rendered template, blanks around it left out, read as the type that was chosen. */
export const readWrittenValue = (type: ComparisonType, rendered: string): WrittenValue => {
  const text = rendered.trim();
  if (text === '') return { ok: true, value: null };
  switch (type) {
    case 'text':
      return { ok: true, value: text };
    case 'number': {
      const number = readNumberText(text);
      return number === undefined ? { ok: false } : { ok: true, value: number };
    }
    case 'boolean':
      // Templates write True and False.
      return /^(?:true|false)$/i.test(text)
        ? { ok: true, value: text.toLowerCase() === 'true' }
        : { ok: false };
    case 'date':
      return readDay(text, () => 0) === undefined ? { ok: false } : { ok: true, value: text };
    case 'list':
      return readItems(text);
  }
};
