import type { ColumnMapping, ColumnTarget } from '@curlew/contract';
import type { AttributeType } from '../customers/service.ts';
import { readCell } from './read-cell.ts';

interface Category {
  readonly id: string;
  readonly name: string;
}

// The id by which a customer is known, under the names that shops give it; the first one found is it.
const registeredNames = ['registered', 'customer_id', 'id'];

const attributeNames: ReadonlyMap<string, string> = new Map([
  ['mobile', 'phone'],
  ['mobile_number', 'phone'],
  ['mobile_phone', 'phone'],
  ['phone_number', 'phone'],
  ['telephone', 'phone'],
  ['e_mail', 'email'],
  ['email_address', 'email'],
  ['firstname', 'first_name'],
  ['given_name', 'first_name'],
  ['lastname', 'last_name'],
  ['surname', 'last_name'],
  ['family_name', 'last_name'],
  ['lang', 'language'],
]);

// Digits that are names, not amounts.
const textNames = /phone|mobile|zip|postcode|postal|_id$|^id$|code$|^(?:first_|last_)?name$|e_?mail/;

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_|_$/g, '');

const isAmount = (value: string): boolean => readCell(value, 'number').ok && !/^[+-]?0\d|^\+/.test(value);
const isTruth = (value: string): boolean => /^(?:true|false)$/i.test(value);
const isDate = (value: string): boolean => readCell(value, 'date').ok;

// A mistake here and there does not change what a column is meant to hold.
const enough = 0.8;
const areMostly = (values: readonly string[], test: (value: string) => boolean): boolean =>
  values.filter(test).length >= values.length * enough;

const suggestType = (name: string, values: readonly string[]): AttributeType => {
  if (values.length === 0 || textNames.test(name)) return 'text';
  if (areMostly(values, isTruth)) return 'boolean';
  if (areMostly(values, isAmount)) return 'number';
  if (areMostly(values, isDate)) return 'date';
  return values.some((value) => value.includes('|')) ? 'list' : 'text';
};

const suggestTarget = (
  column: string,
  values: readonly string[],
  { columns, categories }: { columns: readonly string[]; categories: readonly Category[] },
): ColumnTarget => {
  const name = plain(column);
  const all = new Set(columns.map(plain));
  const registered = registeredNames.find((known) => all.has(known));
  if (name === registered) return { to: 'id', kind: 'registered' };
  if (name === 'cookie' || registeredNames.includes(name)) return { to: 'id', kind: name };
  if (name.startsWith('consent_')) {
    const category = categories.find((category) => plain(category.name) === name.slice('consent_'.length));
    if (category) return { to: 'consent', categoryId: category.id };
  }
  const known = attributeNames.get(name);
  // A name is given once: not when a column has it, and to the first of those that mean it.
  const isFree =
    !all.has(known ?? '') && columns.find((other) => attributeNames.get(plain(other)) === known) === column;
  const attribute = known !== undefined && isFree ? known : column;
  return { to: 'attribute', name: attribute, type: suggestType(name, values) };
};

/** What the columns look like, by their names and the values of the first rows. */
export const suggestMapping = (
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  categories: readonly Category[],
): ColumnMapping[] =>
  columns.map((column, index) => {
    const values = rows.map((row) => row[index]?.trim() ?? '').filter((value) => value !== '');
    return { column, target: suggestTarget(column, values, { columns, categories }) };
  });
