import { expect, it } from 'vitest';
import { findFileProblem } from './find-file-problem.ts';

it.each([
  ['customers.csv', 1],
  ['customers.txt', 50 * 1024 * 1024],
  ['no ending', 300],
  ['report.xlsx.csv', 300],
])('takes %s of %i bytes', (name, size) => {
  expect(findFileProblem({ name, size })).toBeNull();
});

it.each([
  ['customers.xlsx', 300, /spreadsheet/],
  ['CUSTOMERS.XLS', 300, /spreadsheet/],
  ['customers.ods', 300, /spreadsheet/],
  ['customers.csv', 0, /empty/],
  ['customers.csv', 50 * 1024 * 1024 + 1, /50 MB/],
])('says why %s of %i bytes is not sent', (name, size, words) => {
  expect(findFileProblem({ name, size })).toMatch(words);
});
