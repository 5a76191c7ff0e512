import type { ColumnMapping, ColumnTarget } from '@curlew/contract';
import type { CustomerChange } from '../customers/change-customers.ts';
import { describePhone } from '../customers/phone.ts';
import { readCell, readConsent, splitList } from './read-cell.ts';
import type { CsvFault, CsvRow } from './read-csv.ts';

/** Where the cells of a row go: one target per column of the file. */
export interface ImportPlan {
  readonly columns: readonly string[];
  readonly targets: readonly ColumnTarget[];
  readonly defaultCountry: string | null;
}

export type RowResult =
  | { readonly ok: true; readonly change: CustomerChange }
  | { readonly ok: false; readonly reason: string };

// As far as an index of the database reaches with any characters.
const longestId = 256;
const longestShown = 60;

export const quoteValue = (value: string): string =>
  `“${value.length > longestShown ? `${value.slice(0, longestShown)}…` : value}”`;

/** Columns without a mapping are skipped. */
export const planImport = (
  columns: readonly string[],
  mapping: readonly ColumnMapping[],
  defaultCountry: string | null,
): ImportPlan => {
  const targets = new Map(mapping.map(({ column, target }) => [column, target]));
  return { columns, targets: columns.map((column) => targets.get(column) ?? { to: 'skip' }), defaultCountry };
};

const faultSentences: { readonly [R in CsvFault['reason']]: (column: string) => string } = {
  quote_not_closed: (column) => `A quote that begins in column “${column}” is never closed.`,
  quote_misplaced: (column) =>
    `A quote in column “${column}” is misplaced or never closed: quotes go around the whole cell, and one inside it is written twice.`,
  row_too_long: () => 'The row is longer than a million characters: a quote in it is probably never closed.',
};

const describeFault = ({ reason, column }: CsvFault, columns: readonly string[]): string =>
  faultSentences[reason](columns[column] ?? String(column + 1));

const describeCellCount = (cells: number, columns: number): string =>
  cells > columns
    ? `The row has ${cells} cells and the header has ${columns} columns: a cell that holds a separator must be in quotes.`
    : `The row has ${cells} cells and the header has ${columns} columns: some are missing.`;

interface Reading {
  readonly ids: { kind: string; value: string }[];
  readonly attributes: [string, CustomerChange['attributes'][string]][];
  readonly consents: { categoryId: string; isGranted: boolean }[];
  readonly faults: string[];
}

type Reader<T extends ColumnTarget> = (reading: Reading, text: string, target: T) => void;

/** Adds a cell to the reading of its row; what is wrong with it goes to `faults`, to follow the quoted value. */
const readers: { readonly [K in ColumnTarget['to']]: Reader<Extract<ColumnTarget, { to: K }>> } = {
  skip: () => undefined,
  id: ({ ids, faults }, text, { kind }) => {
    for (const value of splitList(text)) {
      if (value.length > longestId) faults.push(`is longer than an id may be (${longestId} characters)`);
      else ids.push({ kind, value });
    }
  },
  attribute: ({ attributes, faults }, text, { name, type }) => {
    const cell = readCell(text, type);
    if (cell.ok) attributes.push([name, cell.value]);
    else faults.push(cell.sentence);
  },
  consent: ({ consents, faults }, text, { categoryId }) => {
    const isGranted = readConsent(text);
    if (isGranted === null) faults.push('is neither accept nor reject');
    else consents.push({ categoryId, isGranted });
  },
};

const readInto = (
  reading: Reading,
  text: string,
  { column, target }: { column: string; target: ColumnTarget },
) => {
  const faults: string[] = [];
  // The registry's key and the target's kind are the same, which TypeScript cannot follow through the index.
  const read = readers[target.to] as Reader<ColumnTarget>;
  read({ ...reading, faults }, text, target);
  reading.faults.push(...faults.map((fault) => `Column “${column}”: ${quoteValue(text)} ${fault}.`));
};

const describeMissingId = ({ columns, targets }: ImportPlan): string => {
  const names = columns.filter((_, index) => targets[index]?.to === 'id').map((name) => `“${name}”`);
  return `The row has no id: fill in ${names.join(' or ')}.`;
};

/** Reads one row of the file as the change of one customer, or says all that is wrong with it. */
export const readRow = (plan: ImportPlan, row: CsvRow): RowResult => {
  const { columns, targets } = plan;
  if (!row.ok) return { ok: false, reason: describeFault(row.fault, columns) };
  if (row.cells.length !== columns.length) {
    return { ok: false, reason: describeCellCount(row.cells.length, columns.length) };
  }
  const reading: Reading = { ids: [], attributes: [], consents: [], faults: [] };
  for (const [index, target] of targets.entries()) {
    const text = row.cells[index]?.trim() ?? '';
    if (text !== '') readInto(reading, text, { column: columns[index] ?? '', target });
  }
  const { ids, attributes, consents, faults } = reading;
  if (ids.length === 0 && faults.length === 0) faults.push(describeMissingId(plan));
  if (faults.length > 0) return { ok: false, reason: faults.join(' ') };
  // Unlike assignment, Object.fromEntries also takes an attribute named `__proto__`.
  const named = Object.fromEntries(attributes);
  const phone = 'phone' in named ? describePhone(named, plan) : null;
  return { ok: true, change: { ids, attributes: named, phone, consents } };
};
