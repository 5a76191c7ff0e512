/** What PostgreSQL can hold of a text: a template may render a NUL or half a character, and neither can be stored. */
export const storableText = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** JSON that `jsonb` can hold. */
export const storableJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? storableText(part) : part));
