import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AppContext } from '../../app-context.ts';
import { createTestProject, type TestProject } from '../../testing/create-test-project.ts';
import { countRows, numberedRows, readPeople, uploadText } from '../../testing/import-text.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { importFile } from './import-file.ts';
import { describeImport } from './service.ts';

let test: TestContext;
let context: AppContext;
let project: TestProject;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
  project = await createTestProject(context);
});
afterAll(() => test.stop());

const people = () => readPeople({ context, project });

/** A database on which the transaction with this number, counted from 0, fails just before it commits. */
const failingAt = (failing: number): AppContext => {
  let number = -1;
  const { database } = context;
  return {
    ...context,
    database: {
      ...database,
      transaction: (work) =>
        database.transaction(async (connection) => {
          const result = await work(connection);
          number += 1;
          if (number === failing) throw new Error('the power is gone');
          return result;
        }),
    },
  };
};

const prepare = async (text: string): Promise<string> => {
  const { id, suggestedMapping } = await uploadText({ context, project }, text);
  await context.database.pool.query(
    `UPDATE customer_import SET status = 'running', mapping = $2 WHERE id = $1`,
    [id, JSON.stringify(suggestedMapping)],
  );
  return id;
};
const find = (id: string) => describeImport(context, { projectId: project.projectId, importId: id });
const mixed = (count: number) =>
  `registered,points\n${Array.from({ length: count }, (_, index) => (index % 10 === 9 ? `C-${index},none` : `C-${index % 2_500},${index}`)).join('\n')}`;

it('an interrupted import goes on after the last batch that was committed', async () => {
  const id = await prepare(mixed(3_200));
  // The first transaction takes the import, the next two write batches, the one after fails.
  await expect(importFile(failingAt(3), id)).rejects.toThrow('the power is gone');
  expect(countRows(await find(id))).toMatchObject({ status: 'running', rowsRead: 2_000, rowsRefused: 200 });
  await expect(importFile(context, id)).resolves.toBe('ended');
  expect(countRows(await find(id))).toEqual({
    status: 'finished',
    rowsRead: 3_200,
    rowsRefused: 320,
    customersCreated: 2_250,
    customersUpdated: 630,
  });
  expect((await people()).size).toBe(2_250);
  expect((await people()).get('C-600')?.attributes).toEqual({ points: 3_100 });
  await importFile(context, id);
  expect(await find(id)).toMatchObject({ rowsRead: 3_200 });
});

it('an interrupted import counts nothing twice when two workers have it at once', async () => {
  const id = await prepare(mixed(3_200));
  await Promise.all([importFile(context, id), importFile(context, id)]);
  expect(countRows(await find(id))).toMatchObject({
    status: 'finished',
    rowsRead: 3_200,
    customersUpdated: 2_880,
  });
});

it('an interrupted import hands a long file on from turn to turn', async () => {
  const id = await prepare(numberedRows(2_500));
  const turns = [];
  do turns.push(await importFile(context, id, 0));
  while (turns.at(-1) === 'to_be_continued');
  expect(turns).toEqual(['to_be_continued', 'to_be_continued', 'ended']);
  expect(await find(id)).toMatchObject({ status: 'finished', rowsRead: 2_500 });
});

it('an interrupted import fails in one sentence when the file is gone or no longer CSV', async () => {
  const id = await prepare(numberedRows(10));
  await context.database.pool.query(`UPDATE customer_import SET content = 'a,a' WHERE id = $1`, [id]);
  await importFile(context, id);
  expect(await find(id)).toMatchObject({ status: 'failed', problem: expect.stringContaining('named “a”') });
  const lost = await prepare(numberedRows(10));
  await context.database.pool.query('UPDATE customer_import SET content = NULL WHERE id = $1', [lost]);
  await importFile(context, lost);
  expect(await find(lost)).toMatchObject({
    status: 'failed',
    problem: expect.stringContaining('upload it again'),
  });
});
