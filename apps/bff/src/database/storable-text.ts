import { writeExactJson } from '@curlew/jinja';

/** What PostgreSQL can hold of a text: a template may render a NUL or half a character, and neither can be stored. */
export const storableText = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** JSON that `jsonb` can hold, with decimals and large integers as what they are. */
export const storableJson = (value: unknown): string => writeExactJson(value, storableText);
