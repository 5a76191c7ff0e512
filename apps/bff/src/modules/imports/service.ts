import type { PoolClient } from 'pg';
import type { ColumnMapping, Import, ImportError } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { ApiFailure, notFound } from '../../http/api-failure.ts';
import type { JobOf } from '../../jobs/queues.ts';
import { newId } from '../../new-id.ts';
import { audit } from '../audit/service.ts';
import { declareAttributes } from '../customers/service.ts';
import { describeProject, listCategoryIds } from '../projects/service.ts';
import { findMappingFaults } from './check-mapping.ts';
import { importFile } from './import-file.ts';
import { openCsv } from './open-csv.ts';
import { readRows } from './read-csv.ts';
import { insertImport, lockImport, markRunning, readErrors, readImport, type ImportRow } from './store.ts';
import { suggestMapping } from './suggest-mapping.ts';

interface Where {
  readonly projectId: string;
  readonly importId: string;
}

const shownRows = 5;
// A type is suggested by more than is shown: the first five cells of a column are often empty.
const readAhead = 200;
const longestSample = 200;

const toImport = ({ mapping, createdAt, finishedAt, ...row }: ImportRow): Import => ({
  id: row.id,
  fileName: row.fileName,
  status: row.status,
  columns: row.columns,
  sample: row.sample,
  suggestedMapping: mapping,
  rowsRead: row.rowsRead,
  customersCreated: row.customersCreated,
  customersUpdated: row.customersUpdated,
  rowsRefused: row.rowsRefused,
  problem: row.problem,
  createdAt: createdAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
});

export const describeImport = async (
  { database }: Pick<AppContext, 'database'>,
  { projectId, importId }: Where,
): Promise<Import> => {
  const row = await readImport(database.pool, projectId, importId);
  if (!row) throw notFound('import');
  return toImport(row);
};

export interface Upload {
  readonly fileName: string;
  readonly content: Buffer;
  readonly userId: string;
  /** Where a program repeats the same upload: an id to find it by. */
  readonly id?: string;
}

/** Stores a file with what its columns look like. Nothing is imported yet. */
export const uploadImport = async (
  context: AppContext,
  projectId: string,
  { fileName, content, userId, id = newId() }: Upload,
): Promise<Import> => {
  const opened = openCsv(content);
  if (!opened.ok) throw new ApiFailure('file_unreadable', opened.sentence);
  const { columns, delimiter, body } = opened.file;
  const { rows } = readRows(content, body, { delimiter, limit: readAhead });
  const complete = rows.flatMap((row) => (row.ok && row.cells.length === columns.length ? [row.cells] : []));
  // The role decides nothing of what is read here.
  const { consentCategories } = await describeProject(context, projectId, 'viewer');
  const row = {
    id,
    projectId,
    fileName: fileName.replaceAll('\0', ''),
    content,
    columns: [...columns],
    sample: complete.slice(0, shownRows).map((cells) => cells.map((cell) => cell.slice(0, longestSample))),
    mapping: suggestMapping(columns, complete, consentCategories),
    createdBy: userId,
  };
  await insertImport(context.database.pool, row);
  return describeImport(context, { projectId, importId: id });
};

const acceptMapping = async (
  connection: PoolClient,
  { projectId, importId }: Where,
  {
    mapping,
    categoryIds,
    userId,
  }: { mapping: readonly ColumnMapping[]; categoryIds: ReadonlySet<string>; userId: string },
): Promise<void> => {
  const row = await lockImport(connection, importId);
  if (row?.projectId !== projectId) throw notFound('import');
  if (row.status !== 'uploaded') {
    throw new ApiFailure(
      'already_running',
      'This import was already started: upload the file again to import it again.',
    );
  }
  const faults = findMappingFaults(mapping, { columns: row.columns, categoryIds });
  const [first] = faults;
  if (first) {
    const fields = faults.map(({ path, message }) => ({
      path: path === '' ? 'mapping' : `mapping.${path}`,
      message,
    }));
    throw new ApiFailure('bad_request', first.message, { fields });
  }
  await markRunning(connection, importId, mapping);
  await declareAttributes(
    connection,
    projectId,
    mapping.flatMap(({ target }) => (target.to === 'attribute' ? [target] : [])),
  );
  await audit(connection, {
    projectId,
    userId,
    action: 'import.run',
    subjectId: importId,
    detail: { fileName: row.fileName },
  });
};

interface Order {
  readonly mapping: readonly ColumnMapping[];
  readonly userId: string;
}

/** Starts an import that goes on in the background. */
export const runImport = async (context: AppContext, where: Where, order: Order): Promise<Import> => {
  const { all: categoryIds } = await listCategoryIds(context, where.projectId);
  await context.database.transaction(async (connection) => {
    await acceptMapping(connection, where, { ...order, categoryIds });
    await context.jobs.send(connection, 'import', { jobs: [{ importId: where.importId }] });
  });
  return describeImport(context, where);
};

/** Handles the jobs of the queue `import`. */
export const runImportJob = async (context: AppContext, { importId }: JobOf<'import'>): Promise<void> => {
  await importFile(context, importId);
};

/** Imports a file before it returns, for programs. Called again with the same id it goes on where it was cut off. */
export const importNow = async (
  context: AppContext,
  projectId: string,
  {
    adjust,
    ...upload
  }: Upload & { id: string; adjust: (suggested: readonly ColumnMapping[]) => ColumnMapping[] },
): Promise<Import> => {
  const where = { projectId, importId: upload.id };
  const { pool } = context.database;
  const found = await readImport(pool, projectId, upload.id);
  const stored = found ? toImport(found) : await uploadImport(context, projectId, upload);
  if (stored.status === 'uploaded') {
    const { all: categoryIds } = await listCategoryIds(context, projectId);
    const order = { mapping: adjust(stored.suggestedMapping), userId: upload.userId, categoryIds };
    await context.database.transaction((connection) => acceptMapping(connection, where, order));
  }
  while ((await importFile(context, upload.id)) === 'to_be_continued');
  return describeImport(context, where);
};

export const listImportErrors = async (
  context: Pick<AppContext, 'database'>,
  where: Where,
  query: { afterLine: number; limit: number },
): Promise<{ items: ImportError[]; total: number }> => {
  const { rowsRefused } = await describeImport(context, where);
  return { items: await readErrors(context.database, where, query), total: rowsRefused };
};
