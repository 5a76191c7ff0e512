import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, it } from 'vitest';
import { sendCsv, writeCsv, type CsvRow } from './csv-file.ts';

const writtenOf = async (...rows: readonly CsvRow[]): Promise<string> => {
  let text = '';
  for await (const part of writeCsv(['a'], ReadableStream.from(rows.map((row) => [row])))) text += part;
  return text.replace('\uFEFF"a"\r\n', '');
};

it.each([
  ['+421901234567', '"+421901234567"'],
  ['+421901234567+1', `"'+421901234567+1"`],
  ['+421 901', `"'+421 901"`],
  ['-5', `"'-5"`],
  ['=1+1', `"'=1+1"`],
  ['@SUM(1)', `"'@SUM(1)"`],
  ['\r=1', `"'\r=1"`],
  [' =1', `"' =1"`],
  // In East Asia spreadsheets take these for the same.
  ['＝1+1', `"'＝1+1"`],
  ['＠SUM(1)', `"'＠SUM(1)"`],
  ['5', '"5"'],
  ['say "no"\nand go', '"say ""no""\nand go"'],
])('writes %j as %s', async (text, cell) => {
  expect(await writtenOf([text])).toBe(`${cell}\r\n`);
});

it('asks for no portion before the one before it was taken', async () => {
  let asked = 0;
  async function* portions() {
    for (const row of [1, 2, 3]) {
      asked += 1;
      yield await Promise.resolve([[row]]);
    }
  }
  const file = writeCsv(['a'], portions());
  expect([(await file.next()).value, asked]).toEqual(['\uFEFF"a"\r\n', 0]);
  expect([(await file.next()).value, asked]).toEqual(['1\r\n', 1]);
  await file.return(undefined);
  expect(asked).toBe(1);
});

/** Sends a file to who asks for it, until `use` is done; answers how the sending came out. */
const serve = async (
  file: AsyncIterable<string>,
  use: (address: string) => Promise<void>,
): Promise<PromiseSettledResult<void> | undefined> => {
  const app = express();
  const sent = Promise.withResolvers<PromiseSettledResult<void> | undefined>();
  app.get('/file', async (_request, response) => {
    const [outcome] = await Promise.allSettled([sendCsv(response, 'Läden/1.csv', file)]);
    sent.resolve(outcome);
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A listening TCP server always has an address with a port.
  await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/file`);
  const outcome = await sent.promise;
  server.closeAllConnections();
  server.close();
  return outcome;
};

it('reads no more for who has gone, and takes that for no mistake', async () => {
  let [isOver, portions] = [false, 0];
  async function* endless() {
    try {
      for (;;) {
        portions += 1;
        yield await Promise.resolve('x'.repeat(100_000));
      }
    } finally {
      isOver = true;
    }
  }
  const outcome = await serve(endless(), async (address) => {
    const leaving = new AbortController();
    const response = await fetch(address, { signal: leaving.signal });
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="L?den 1.csv"; filename*=UTF-8''L%C3%A4den%201.csv`,
    );
    leaving.abort();
  });
  expect(outcome?.status).toBe('fulfilled');
  expect(isOver).toBe(true);
  // As much as the network holds, and not all there is.
  expect(portions).toBeLessThan(1_000);
});

it('a file that cannot be read to its end does not look whole', async () => {
  async function* broken() {
    yield await Promise.resolve('a\r\n');
    throw new Error('broken on purpose');
  }
  const outcome = await serve(broken(), async (address) => {
    await expect(fetch(address).then((response) => response.text())).rejects.toThrow('terminated');
  });
  expect(outcome).toMatchObject({ status: 'rejected', reason: { message: 'broken on purpose' } });
});
