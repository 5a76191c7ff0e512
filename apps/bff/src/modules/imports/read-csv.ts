import { CsvError, parse } from 'csv-parse/sync';

/** A place in a file, between two rows: bytes from its begin, and the line (from 1) that begins there. */
export interface CsvPosition {
  readonly offset: number;
  readonly line: number;
}

/** One row as it stands in the file, or why it is none; `line` is where it begins. */
export type CsvRow =
  | { readonly ok: true; readonly line: number; readonly text: string; readonly cells: readonly string[] }
  | { readonly ok: false; readonly line: number; readonly text: string; readonly fault: CsvFault };

export interface CsvFault {
  readonly reason: 'quote_misplaced' | 'quote_not_closed' | 'row_too_long';
  /** Where it shows, counted from 0. */
  readonly column: number;
}

export interface CsvPage {
  readonly rows: readonly CsvRow[];
  readonly next: CsvPosition;
  readonly isLast: boolean;
}

const longestRow = 1_000_000;
const carriageReturn = 13;
const lineFeed = 10;
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

export const startOf = (content: Buffer): CsvPosition => ({
  offset: content.subarray(0, 3).equals(byteOrderMark) ? 3 : 0,
  line: 1,
});

/** How many line breaks (LF, CR LF or CR) begin in these bytes. The parser's own count takes a quoted CR LF for two. */
const countLineBreaks = (content: Buffer, start: number, end: number): number => {
  let count = 0;
  for (let index = start; index < end; index += 1) {
    const byte = content[index];
    if (byte === lineFeed || (byte === carriageReturn && content[index + 1] !== lineFeed)) count += 1;
  }
  return count;
};

const isLineBreak = (byte: number | undefined): boolean => byte === lineFeed || byte === carriageReturn;

const skipEmptyLines = (content: Buffer, { offset, line }: CsvPosition): CsvPosition => {
  let end = offset;
  while (isLineBreak(content[end])) end += 1;
  return { offset: end, line: line + countLineBreaks(content, offset, end) };
};

const endOfLine = (content: Buffer, start: number): number => {
  let end = start;
  while (end < content.length && !isLineBreak(content[end])) end += 1;
  return end;
};

const moveTo = (content: Buffer, from: CsvPosition, offset: number): CsvPosition => ({
  offset,
  line: from.line + countLineBreaks(content, from.offset, offset),
});

const textOf = (content: Buffer, start: number, end: number): string =>
  content.toString('utf8', start, end).replace(/[\r\n]+$/, '');

const faultReasons: ReadonlyMap<string, CsvFault['reason']> = new Map([
  ['CSV_QUOTE_NOT_CLOSED', 'quote_not_closed'],
  ['CSV_INVALID_CLOSING_QUOTE', 'quote_misplaced'],
  ['INVALID_OPENING_QUOTE', 'quote_misplaced'],
  ['CSV_MAX_RECORD_SIZE', 'row_too_long'],
]);

const faultOf = (cause: CsvError): CsvFault => {
  const reason = faultReasons.get(cause.code);
  if (reason === undefined) throw cause;
  return { reason, column: typeof cause['column'] === 'number' ? cause['column'] : 0 };
};

interface CsvRequest {
  readonly delimiter: string;
  readonly limit: number;
}

/** Rows up to the first fault; where one is, only its line is given up: the next row is looked for in the next line. */
const readStretch = (content: Buffer, start: CsvPosition, { delimiter, limit }: CsvRequest): CsvPage => {
  const rows: CsvRow[] = [];
  let next = start;
  const takeRecord = (cells: string[], { bytes }: { bytes: number }): null => {
    const begin = skipEmptyLines(content, next);
    const end = start.offset + bytes;
    rows.push({
      ok: true,
      line: begin.line,
      cells,
      get text() {
        return textOf(content, begin.offset, end);
      },
    });
    next = moveTo(content, begin, end);
    return null;
  };
  try {
    parse(content.subarray(start.offset), {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: longestRow,
      to: limit,
      on_record: takeRecord,
    });
    return { rows, next, isLast: rows.length < limit };
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const begin = skipEmptyLines(content, next);
    const end = endOfLine(content, begin.offset);
    rows.push({
      ok: false,
      line: begin.line,
      text: textOf(content, begin.offset, end),
      fault: faultOf(cause),
    });
    return { rows, next: { offset: end, line: begin.line }, isLast: false };
  }
};

/** The next `limit` rows after a position, fewer only at the end of the file. Empty lines are no rows. */
export const readRows = (content: Buffer, position: CsvPosition, request: CsvRequest): CsvPage => {
  const rows: CsvRow[] = [];
  let next = position;
  while (rows.length < request.limit) {
    const stretch = readStretch(content, next, { ...request, limit: request.limit - rows.length });
    rows.push(...stretch.rows);
    next = stretch.next;
    if (stretch.isLast) return { rows, next, isLast: true };
  }
  return { rows, next, isLast: false };
};

/** Where the rows after the first `count` begin. */
export const skipRows = (
  content: Buffer,
  position: CsvPosition,
  { delimiter, count }: { delimiter: string; count: number },
): CsvPosition => {
  let next = position;
  for (let left = count; left > 0; left -= 1_000) {
    next = readRows(content, next, { delimiter, limit: Math.min(left, 1_000) }).next;
  }
  return next;
};
