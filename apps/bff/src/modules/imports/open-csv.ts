import { isUtf8 } from 'node:buffer';
import { readRows, startOf, type CsvPosition } from './read-csv.ts';

/** A CSV file that has a usable header. */
export interface OpenCsv {
  readonly content: Buffer;
  readonly columns: readonly string[];
  readonly delimiter: string;
  /** Where the first row begins. */
  readonly body: CsvPosition;
}

export type OpenCsvResult =
  | { readonly ok: true; readonly file: OpenCsv }
  | { readonly ok: false; readonly sentence: string };

const mostColumns = 500;
const longestName = 128;

const refuse = (sentence: string): OpenCsvResult => ({ ok: false, sentence });

/** Spreadsheets of many countries save semicolons, others tabs: whichever separates more in the first line. */
const findDelimiter = (content: Buffer): string => {
  const { offset } = startOf(content);
  const [firstLine = ''] = content.toString('utf8', offset, offset + 100_000).split(/[\r\n]/, 1);
  const unquoted = firstLine.replaceAll(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map((delimiter) => ({
    delimiter,
    count: unquoted.split(delimiter).length,
  }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
};

const looksLikeData = (name: string): boolean =>
  /^[^\s@]+@[^\s@]+\.[a-z]+$/i.test(name) || /^\+?\d{7,15}$/.test(name);

const findHeaderFault = (columns: readonly string[]): string | null => {
  if (columns.length > mostColumns) {
    return `The file has ${columns.length} columns and ${mostColumns} can be imported: leave out the ones you do not need.`;
  }
  const empty = columns.indexOf('');
  if (empty !== -1) return `Column ${empty + 1} has no name: give every column one in the first line.`;
  const twice = columns.find((name, index) => columns.indexOf(name) < index);
  if (twice !== undefined) return `Two columns are named “${twice}”: give each a name of its own.`;
  const long = columns.find((name) => name.length > longestName);
  if (long !== undefined) {
    return `The column name “${long.slice(0, 40)}…” is longer than ${longestName} characters: shorten it.`;
  }
  const data = columns.find(looksLikeData);
  if (data !== undefined) {
    return `The first line must hold the names of the columns, but “${data}” looks like data: add a header line.`;
  }
  return null;
};

/** Reads the header of a file as it came, or says in one sentence why the file cannot be imported. */
export const openCsv = (content: Buffer): OpenCsvResult => {
  if (content.length === 0) return refuse('The file is empty.');
  // UTF-8 allows zero bytes, but text never has them and the database cannot store them.
  if (!isUtf8(content) || content.includes(0)) {
    return refuse(
      'The file is not UTF-8 text: save it as “CSV UTF-8” in the spreadsheet and upload it again.',
    );
  }
  const delimiter = findDelimiter(content);
  const { rows, next } = readRows(content, startOf(content), { delimiter, limit: 1 });
  const [header] = rows;
  if (!header) return refuse('The file has no header: its first line must hold the names of the columns.');
  if (!header.ok)
    return refuse('The header cannot be read: a quote in the first line is misplaced or never closed.');
  const columns = header.cells.map((name) => name.trim());
  if (columns.every((name) => name === '')) {
    return refuse('The file has no header: its first line must hold the names of the columns.');
  }
  const fault = findHeaderFault(columns);
  if (fault !== null) return refuse(fault);
  return { ok: true, file: { content, columns, delimiter, body: next } };
};
