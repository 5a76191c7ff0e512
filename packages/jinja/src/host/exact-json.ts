import { FloatValue } from '../values/float-value.ts';
import { decimal } from './host-values.ts';

// All numbers that a JavaScript number cannot say: with zeros alone behind the point, with 16 digits, with an exponent.
// Texts that look like one are found too, which costs them time and nothing else.
const mayLose = /\d\.0+(?!\d)|\d{16}|(?:^|[:,[\s])-?[\d.]+[eE]/;

// Source text access of JSON.parse and JSON.rawJSON, https://tc39.es/proposal-json-parse-with-source/.
interface SourceContext {
  readonly source?: string;
}
type SourceReviver = (key: string, value: unknown, context: SourceContext) => unknown;
// TypeScript does not know the third argument and the function yet.
const parseWithSource = JSON.parse as (text: string, reviver?: SourceReviver) => unknown;
const { rawJSON } = JSON as unknown as { readonly rawJSON: (text: string) => unknown };

const exactNumber: SourceReviver = (_key, value, { source }) => {
  if (typeof value !== 'number' || source === undefined || !Number.isInteger(value)) return value;
  if (/[.eE]/.test(source)) return decimal(value);
  return Number.isSafeInteger(value) ? value : BigInt(source);
};

/** Whether JavaScript's own reading of a JSON text, as PostgreSQL's jsonb writes it, loses nothing. */
export function isExactInJavaScript(text: string): boolean {
  return !mayLose.test(text);
}

/** Reads JSON without loss: 20.0 as a decimal, an integer above 2^53 as a bigint. Throws a SyntaxError, as JSON.parse does. */
export function parseExactJson(text: string): unknown {
  return mayLose.test(text) ? parseWithSource(text, exactNumber) : JSON.parse(text);
}

const withCleanKeys = (item: object, cleanText: (text: string) => string): object =>
  Object.keys(item).every((key) => cleanText(key) === key)
    ? item
    : Object.fromEntries(Object.entries(item).map(([key, part]) => [cleanText(key), part]));

/** Writes plain data as JSON; what `parseExactJson` reads, it writes as it was. Texts and keys go through `cleanText` first. */
export function writeExactJson(value: unknown, cleanText?: (text: string) => string): string {
  return JSON.stringify(value, (_key, item: unknown) => {
    if (typeof item === 'string') return cleanText ? cleanText(item) : item;
    if (typeof item === 'bigint') return rawJSON(String(item));
    // With all its digits: an exponent would be read as an integer again.
    if (item instanceof FloatValue) return rawJSON(`${BigInt(item.number)}.0`);
    const isDict = cleanText && typeof item === 'object' && item !== null && !Array.isArray(item);
    return isDict ? withCleanKeys(item, cleanText) : item;
  });
}
