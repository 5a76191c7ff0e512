import { expect, it } from 'vitest';
import { writeCsv, type CsvRow } from './csv-file.ts';

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
