import { writeExactJson } from '@curlew/jinja';

/** What PostgreSQL can hold of a text: a template may render a NUL or half a character, and neither can be stored. */
export const storableText = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** JSON that `jsonb` can hold, with decimals and large integers as what they are. */
export const storableJson = (value: unknown): string => writeExactJson(value, storableText);

const escapesOfWhatCannotBeStored = /\\u(?:0000|d[89a-f])/i;

/** The same for data that JSON.parse could have given (no decimals of templates, no large integers), and much faster. */
export const storablePlainJson = (value: unknown): string => {
  const text = JSON.stringify(value);
  return escapesOfWhatCannotBeStored.test(text) ? storableJson(value) : text;
};
