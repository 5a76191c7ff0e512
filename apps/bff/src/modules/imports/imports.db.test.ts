import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ColumnMapping, Import } from '@curlew/contract';
import { calendarDate, decimal } from '@curlew/jinja';
import type { AppContext } from '../../app-context.ts';
import { newId } from '../../new-id.ts';
import { createTestProject, type TestProject } from '../../testing/create-test-project.ts';
import { countRows, importText, numberedRows, readPeople, uploadText } from '../../testing/import-text.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { listCustomerEvents } from '../customers/list-events.ts';
import { describeCustomer, listCustomers } from '../customers/service.ts';
import { describeImport, listImportErrors, runImport, runImportJob } from './service.ts';

let test: TestContext;
let context: AppContext;
let project: TestProject;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
});
afterAll(() => test.stop());

const load = (text: string | Buffer) => importText({ context, project }, text);
const upload = (text: string) => uploadText({ context, project }, text);
const people = () => readPeople({ context, project });

const refusals = async ({ id }: Import) => {
  const where = { projectId: project.projectId, importId: id };
  const { items, total } = await listImportErrors(context, where, { afterLine: 0, limit: 1_000 });
  expect(total).toBe(items.length);
  return items;
};

describe('an import', () => {
  beforeAll(async () => {
    project = await createTestProject(context);
  });

  it('takes the good rows of a file with mistakes and lists the others with line, reason and row', async () => {
    const file = new URL('../../../../../demo/customers-with-mistakes.csv', import.meta.url);
    const done = await load(await readFile(file));
    expect(countRows(done)).toEqual({
      rowsRead: 12,
      customersCreated: 7,
      customersUpdated: 0,
      rowsRefused: 5,
      status: 'finished',
    });
    const errors = await refusals(done);
    expect(errors.map(({ line, reason }) => [line, reason])).toEqual([
      [5, 'The row has no id: fill in “registered” or “cookie”.'],
      [7, expect.stringContaining('The row has 22 cells and the header has 20 columns')],
      [9, 'Column “date_of_birth”: “1987-02-31” is a day that does not exist.'],
      [11, 'Column “loyalty_points”: “quite a few” is not a number (write it like 1234.5).'],
      [14, 'A quote that begins in column “city” is never closed.'],
    ]);
    expect(errors[0]?.row).toMatch(/^,,Lena,Schäfer,.*,,$/);
    expect(errors[4]?.row).toMatch(/^C-900012.*"İzmir,TR,1993-09-15/);
    const stored = await people();
    expect([...stored.keys()].sort()).toEqual([
      'C-900001',
      'C-900002',
      'C-900004',
      'C-900006',
      'C-900008',
      'C-900010',
      'C-900011',
    ]);
    expect(stored.get('C-900002')?.attributes).toMatchObject({
      city: 'Dún\nLaoghaire',
      vip: false,
      loyalty_points: 0,
    });
    expect(stored.get('C-900002')?.attributes).not.toHaveProperty('last_order_total');
    expect(stored.get('C-900008')?.ids['cookie']).toEqual(['4be1c09d77a2f310', '9c02d5e6b8143fa7']);
    expect(stored.get('C-900004')?.phone).toEqual({
      raw: '+447700900904',
      e164: '+447700900904',
      isUs: false,
      country: 'GB',
    });
    expect(stored.get('C-900010')?.phone).toMatchObject({ raw: 'n/a', e164: null, isUs: false });
    expect(stored.get('C-900001')?.grantedConsents).toEqual(new Set([project.marketingId]));
    expect(stored.get('C-900002')?.grantedConsents).toEqual(new Set());
  });

  it('keeps decimals, long numbers and dates for templates as what they are', async () => {
    await load(
      'registered,balance,card,born,seen\nTYPED-1,20.0,12345678901234567890,1990-05-01,2026-11-30T18:05:00Z\n',
    );
    // The second writes what the first has stored again.
    await load('registered,first_name\nTYPED-1,Jana\n');
    const typed = (await people()).get('TYPED-1');
    expect(typed?.attributes).toEqual({
      balance: decimal(20),
      card: 12345678901234567890n,
      born: calendarDate('1990-05-01'),
      seen: new Date('2026-11-30T18:05:00Z'),
      first_name: 'Jana',
    });
    const customer = await describeCustomer(context, {
      projectId: project.projectId,
      customerId: typed?.id ?? '',
    });
    expect(customer.attributes).toMatchObject({ balance: 20, born: '1990-05-01' });
    expect(customer.exactAttributes).toContain('"balance": 20.0');
    expect(customer.dateAttributes).toEqual(expect.arrayContaining(['born', 'seen']));
  });

  it('lets go of the file and writes who did it into the audit log', async () => {
    const done = await load('registered\nC-audit\n');
    const { rows } = await context.database.pool.query<{ content: Buffer | null; actions: string[] }>(
      `SELECT content, ARRAY(SELECT action FROM audit_entry WHERE subject_id = $1::text AND user_id = $2 ORDER BY id) AS actions
       FROM customer_import WHERE id = $1::uuid`,
      [done.id, project.userId],
    );
    expect(rows).toEqual([{ content: null, actions: ['import.run', 'import.finish'] }]);
    expect(done.finishedAt).not.toBeNull();
  });

  it('updates customers by any id, merges attributes and leaves out empty cells', async () => {
    await load('registered,cookie,first_name,city\nU-1,k1,Anna,Leeds\n');
    const done = await load('cookie,first_name,city,vip\nk1,,York,true\n');
    expect(countRows(done)).toMatchObject({ customersCreated: 0, customersUpdated: 1 });
    expect((await people()).get('U-1')?.attributes).toEqual({
      first_name: 'Anna',
      city: 'York',
      vip: true,
    });
    const { items } = await listCustomers(context, project.projectId, { search: 'anna', limit: 10 });
    expect(items.map(({ name }) => name)).toContain('Anna');
  });

  it('lets the later of two rows with the same id update the first', async () => {
    const done = await load('registered,first_name,city\nT-1,Anna,Leeds\nT-1,Hanna,\n');
    expect(countRows(done)).toMatchObject({ rowsRead: 2, customersCreated: 1, customersUpdated: 1 });
    expect((await people()).get('T-1')?.attributes).toEqual({
      first_name: 'Hanna',
      city: 'Leeds',
    });
  });

  it('refuses a row whose ids belong to two customers', async () => {
    const done = await load('registered,cookie\nX-1,xa\nX-2,xb\nX-1,xb\n');
    expect(countRows(done)).toMatchObject({ customersCreated: 2, rowsRefused: 1 });
    const [error] = await refusals(done);
    expect(error).toEqual({
      line: 4,
      reason:
        'The ids of the row belong to two customers: registered “X-1” to one and cookie “xb” to the other.',
      row: 'X-1,xb',
    });
  });

  it('proves every change of a consent with an event, and writes none where nothing changes', async () => {
    const text = (consent: string) => `registered,consent_marketing\nK-1,${consent}\n`;
    const events = async () => {
      const customerId = (await people()).get('K-1')?.id ?? '';
      const where = { projectId: project.projectId, customerId };
      const { items } = await listCustomerEvents(context, where, { limit: 50, type: 'consent' });
      return items.map(({ properties }) => properties['action']);
    };
    await load(text('accept'));
    await load(text('accept'));
    await load(text(''));
    expect(await events()).toEqual(['accept']);
    await load(`${text('reject')}K-1,accept\nK-1,reject\n`);
    expect(await events()).toEqual(['reject', 'accept', 'reject', 'accept']);
    const customer = await describeCustomer(context, {
      projectId: project.projectId,
      customerId: (await people()).get('K-1')?.id ?? '',
    });
    expect(customer.consents).toMatchObject([
      { categoryName: 'Marketing', status: 'revoked', source: 'import' },
    ]);
  });

  it('reads bare national numbers only where the project has a country', async () => {
    await load('registered,phone\nP-1,07700 900123\n');
    expect((await people()).get('P-1')?.phone).toMatchObject({
      raw: '07700 900123',
      e164: null,
    });
    const before = project;
    project = await createTestProject(context, { defaultCountry: 'GB' });
    await load('registered,phone\nP-1,07700 900123\n');
    expect((await people()).get('P-1')?.phone).toMatchObject({
      e164: '+447700900123',
    });
    project = before;
  });

  it('keeps projects apart: the same id is another customer', async () => {
    const before = project;
    await load('registered\nSAME\n');
    project = await createTestProject(context);
    expect(countRows(await load('registered\nSAME\n'))).toMatchObject({
      customersCreated: 1,
    });
    project = before;
  });
});

describe('starting an import', () => {
  beforeAll(async () => {
    project = await createTestProject(context);
  });

  const start = (id: string, mapping: ColumnMapping[]) =>
    runImport(context, { projectId: project.projectId, importId: id }, { mapping, userId: project.userId });

  it('shows the first five rows and a mapping to start from', async () => {
    const stored = await upload(numberedRows(9));
    expect(stored).toMatchObject({ status: 'uploaded', columns: ['registered', 'points'], rowsRead: 0 });
    expect(stored.sample).toHaveLength(5);
    expect(stored.suggestedMapping[0]?.target).toEqual({ to: 'id', kind: 'registered' });
  });

  it('is refused with every fault of the mapping', async () => {
    const { id } = await upload('registered,a,b\n1,2,3\n');
    await expect(
      start(id, [
        { column: 'a', target: { to: 'attribute', name: 'x', type: 'text' } },
        { column: 'b', target: { to: 'attribute', name: 'x', type: 'text' } },
        { column: 'c', target: { to: 'consent', categoryId: newId() } },
      ]),
    ).rejects.toMatchObject({
      code: 'bad_request',
      details: {
        fields: [
          { path: 'mapping.1.target' },
          { path: 'mapping.2.column' },
          { path: 'mapping.2.target.categoryId' },
          { path: 'mapping' },
        ],
      },
    });
    const where = { projectId: project.projectId, importId: id };
    expect(await describeImport(context, where)).toMatchObject({ status: 'uploaded' });
  });

  it('happens once, and goes on in the background', async () => {
    await context.jobs.work('import', { concurrency: 1 }, (job) => runImportJob(context, job));
    const { id, suggestedMapping } = await upload(numberedRows(10));
    await start(id, suggestedMapping);
    await expect(start(id, suggestedMapping)).rejects.toMatchObject({ code: 'already_running' });
    const where = { projectId: project.projectId, importId: id };
    await expect
      .poll(() => describeImport(context, where), { timeout: 20_000 })
      .toMatchObject({ status: 'finished', customersCreated: 10 });
  });

  it('is not possible from another project', async () => {
    const { id, suggestedMapping } = await upload(numberedRows(1));
    project = await createTestProject(context);
    await expect(start(id, suggestedMapping)).rejects.toMatchObject({ code: 'not_found' });
    await expect(
      listImportErrors(context, { projectId: project.projectId, importId: id }, { afterLine: 0, limit: 1 }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});
