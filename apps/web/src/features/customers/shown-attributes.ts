import type { Customer } from '@curlew/contract';

type SourceReviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown;
// TypeScript does not know the third argument of a reviver yet: https://tc39.es/proposal-json-parse-with-source/.
const parseWithSource = JSON.parse as (text: string, reviver: SourceReviver) => Customer['attributes'];

/** Attributes to be shown: numbers as the digits they were stored with, 20.0 and not 20. */
export const shownAttributes = (exactAttributes: string): Customer['attributes'] =>
  parseWithSource(exactAttributes, (_key, value, { source }) =>
    typeof value === 'number' ? (source ?? value) : value,
  );
