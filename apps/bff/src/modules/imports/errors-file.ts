import type { ImportError } from '@curlew/contract';
import { writeCsv, type CsvRow } from '../../http/csv-file.ts';

type ReadPage = (afterLine: number) => Promise<readonly ImportError[]>;

async function* readRows(readPage: ReadPage): AsyncGenerator<readonly CsvRow[]> {
  let last: ImportError | undefined;
  do {
    const page = await readPage(last?.line ?? 0);
    yield page.map(({ line, reason, row }) => [line, reason, row]);
    last = page.at(-1);
  } while (last);
}

/** Refused rows as a CSV file, page by page. `readPage` answers the rows after a line, none after the last. */
export const writeErrorsFile = (readPage: ReadPage): AsyncGenerator<string> =>
  writeCsv(['line', 'reason', 'row'], readRows(readPage));
