import type { ImportError } from '@curlew/contract';

// Spreadsheets read a file without it as if it were not UTF-8.
const byteOrderMark = '\uFEFF';

/** A cell that no spreadsheet takes for a formula, quoted. */
const writeCell = (text: string): string => {
  const harmless = /^\s*[=+\-@]|^[\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
};

const writeLine = (cells: readonly (string | number)[]): string =>
  `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : writeCell(cell))).join(',')}\r\n`;

/** Refused rows as a CSV file, page by page. `readPage` answers the rows after a line, none after the last. */
export async function* writeErrorsFile(
  readPage: (afterLine: number) => Promise<readonly ImportError[]>,
): AsyncGenerator<string> {
  yield byteOrderMark + writeLine(['line', 'reason', 'row']);
  let last: ImportError | undefined;
  do {
    const page = await readPage(last?.line ?? 0);
    yield page.map(({ line, reason, row }) => writeLine([line, reason, row])).join('');
    last = page.at(-1);
  } while (last);
}
