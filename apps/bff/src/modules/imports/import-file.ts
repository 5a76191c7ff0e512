import { setImmediate } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import type { ImportError } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import type { Assignment } from '../customers/assign-customers.ts';
import { changeCustomers, type CustomerChange } from '../customers/change-customers.ts';
import { audit } from '../audit/service.ts';
import { readProjectRules } from '../projects/service.ts';
import { openCsv, type OpenCsv } from './open-csv.ts';
import { readRows, skipRows, type CsvPosition, type CsvRow } from './read-csv.ts';
import { planImport, quoteValue, readRow, type ImportPlan, type RowResult } from './read-row.ts';
import { addCounts, insertErrors, lockImport, markEnded, readContent, type ImportRow } from './store.ts';

const batchRows = 1_000;
const rowsAtOnce = 50;
// Well below the time after which the queue gives a job up for lost.
const usualTurnMs = 60_000;
const longestRow = 10_000;

const gone = 'The uploaded file is gone: upload it again.';

interface Running {
  readonly row: ImportRow;
  readonly file: OpenCsv;
  readonly plan: ImportPlan;
}

type Turn = 'ended' | 'to_be_continued';

const describeConflict = ({ ids: [first, second] }: Extract<Assignment, { ok: false }>): string =>
  `The ids of the row belong to two customers: ${first.kind} ${quoteValue(first.value)} to one and ${second.kind} ${quoteValue(second.value)} to the other.`;

const toError = ({ line, text }: CsvRow, reason: string): ImportError => ({
  line,
  reason,
  row: text.length > longestRow ? `${text.slice(0, longestRow)}…` : text,
});

interface ReadRow {
  readonly row: CsvRow;
  readonly result: RowResult;
}

interface ReadPage {
  readonly rows: readonly ReadRow[];
  readonly next: CsvPosition;
  readonly isLast: boolean;
}

/** Reads the next page, a few rows at a time, so that it can be done while the database writes the page before. */
const readPage = async ({ file, plan }: Running, position: CsvPosition): Promise<ReadPage> => {
  const page = readRows(file.content, position, { delimiter: file.delimiter, limit: batchRows });
  const rows: ReadRow[] = [];
  for (const row of page.rows) {
    if (rows.length % rowsAtOnce === 0) await setImmediate();
    rows.push({ row, result: readRow(plan, row) });
  }
  return { rows, next: page.next, isLast: page.isLast };
};

const writeBatch = async (
  connection: PoolClient,
  { id, projectId }: ImportRow,
  { rows, now }: { rows: readonly ReadRow[]; now: Date },
): Promise<void> => {
  const errors: ImportError[] = [];
  const taken: { row: CsvRow; change: CustomerChange }[] = [];
  for (const { row, result } of rows) {
    if (result.ok) taken.push({ row, change: result.change });
    else errors.push(toError(row, result.reason));
  }
  const assignments = await changeCustomers(
    connection,
    { projectId, source: 'import', now },
    taken.map(({ change }) => change),
  );
  let created = 0;
  for (const [index, { row }] of taken.entries()) {
    const assignment = assignments[index];
    if (assignment?.ok === false) errors.push(toError(row, describeConflict(assignment)));
    else if (assignment?.isNew) created += 1;
  }
  await insertErrors(connection, { id, projectId }, errors);
  const refused = errors.length;
  await addCounts(connection, id, {
    read: rows.length,
    created,
    updated: rows.length - refused - created,
    refused,
  });
};

const end = async (
  connection: PoolClient,
  { id, projectId, createdBy }: ImportRow,
  problem: string | null,
) => {
  await markEnded(connection, id, problem);
  await audit(connection, {
    projectId,
    userId: createdBy,
    action: problem === null ? 'import.finish' : 'import.fail',
    subjectId: id,
    detail: problem === null ? {} : { problem },
  });
};

/** Writes a page as one transaction; false when someone else has moved the import on since. */
const commitPage = (
  context: AppContext,
  running: Running,
  { expected, page, isTurnOver }: { expected: number; page: ReadPage; isTurnOver: boolean },
): Promise<boolean> =>
  context.database.transaction(async (connection) => {
    const { id } = running.row;
    const locked = await lockImport(connection, id);
    if (locked?.status !== 'running' || locked.rowsRead !== expected) return false;
    await writeBatch(connection, locked, { rows: page.rows, now: context.now() });
    if (page.isLast) await end(connection, locked, null);
    else if (isTurnOver) await context.jobs.send(connection, 'import', { jobs: [{ importId: id }] });
    return true;
  });

const openImport = async (context: AppContext, row: ImportRow): Promise<Running | { sentence: string }> => {
  const content = await readContent(context.database, row.id);
  if (!content) return { sentence: gone };
  const opened = openCsv(content);
  if (!opened.ok) return opened;
  const { defaultCountry } = await readProjectRules(context, row.projectId);
  return { row, file: opened.file, plan: planImport(opened.file.columns, row.mapping, defaultCountry) };
};

const importPages = async (
  context: AppContext,
  running: Running,
  turnMs: number,
): Promise<Turn | 'overtaken'> => {
  const { content, delimiter, body } = running.file;
  const turnEnd = performance.now() + turnMs;
  let expected = running.row.rowsRead;
  let page = await readPage(running, skipRows(content, body, { delimiter, count: expected }));
  for (;;) {
    const isTurnOver = performance.now() >= turnEnd;
    const [isWritten, following] = await Promise.all([
      commitPage(context, running, { expected, page, isTurnOver }),
      page.isLast || isTurnOver ? null : readPage(running, page.next),
    ]);
    if (!isWritten) return 'overtaken';
    if (!following) return page.isLast ? 'ended' : 'to_be_continued';
    expected += page.rows.length;
    page = following;
  }
};

/**
 * Imports a running import's file from after its last committed batch. A long one stops after a minute, with the job
 * that continues it sent. Harmless when it runs twice, one after the other or at once; does nothing once it has ended.
 */
export const importFile = async (
  context: AppContext,
  importId: string,
  turnMs: number = usualTurnMs,
): Promise<Turn> => {
  const { database } = context;
  for (;;) {
    const row = await database.transaction((connection) => lockImport(connection, importId));
    if (row?.status !== 'running') return 'ended';
    const running = await openImport(context, row);
    if ('sentence' in running) {
      await database.transaction(async (connection) => {
        const locked = await lockImport(connection, importId);
        if (locked?.status === 'running') await end(connection, locked, running.sentence);
      });
      return 'ended';
    }
    const turn = await importPages(context, running, turnMs);
    if (turn !== 'overtaken') return turn;
  }
};
