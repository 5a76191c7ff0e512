import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';

// Spreadsheets read a file without it as if it were not UTF-8.
const byteOrderMark = '\uFEFF';

// An international number is a number and no formula; everything else that begins so may be one.
const isHarmless = (text: string): boolean =>
  /^\+\d+$/.test(text) || !/^\s*[=+\-@＝＋－＠]|^[\t\r]/.test(text);

/** A cell that no spreadsheet takes for a formula, quoted. */
const writeCell = (text: string): string =>
  `"${(isHarmless(text) ? text : `'${text}`).replaceAll('"', '""')}"`;

export type CsvRow = readonly (string | number)[];

const writeLine = (cells: CsvRow): string =>
  `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : writeCell(cell))).join(',')}\r\n`;

/** A CSV file, portion by portion: no more of it is held than one of them. */
export async function* writeCsv(
  columns: readonly string[],
  portions: AsyncIterable<readonly CsvRow[]>,
): AsyncGenerator<string> {
  yield byteOrderMark + writeLine(columns);
  for await (const rows of portions) yield rows.map(writeLine).join('');
}

const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';

/** Sends a file to be saved as `name`, as fast as it is taken; ends with the last portion, or when nobody takes it any more. */
export const sendCsv = async (
  response: Response,
  name: string,
  file: AsyncIterable<string>,
): Promise<void> => {
  // What is no part of a name on some system would be taken for a folder.
  response.type('text/csv').attachment(name.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' '));
  await pipeline(Readable.from(file), response).catch((error: unknown) => {
    if (!isGone(error)) throw error;
  });
};
