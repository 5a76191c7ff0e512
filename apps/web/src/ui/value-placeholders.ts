import type { NamedValue } from '@curlew/scenario';

/** What a value of each type looks like, where it may be a template. */
export const valuePlaceholders: { readonly [T in NamedValue['type']]: string } = {
  text: 'a text or {{ template }}',
  number: '12.5 or {{ template }}',
  boolean: 'true, false or {{ template }}',
  date: '2026-11-30 or {{ template }}',
  list: 'one, two or {{ template }}',
};
