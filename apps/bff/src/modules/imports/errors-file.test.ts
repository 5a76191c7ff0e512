import { expect, it } from 'vitest';
import { writeErrorsFile } from './errors-file.ts';

const errors = [
  { line: 3, reason: 'Column “a”: “"x"” is not a number.', row: '=HYPERLINK("http://evil.example";"click")' },
  { line: 5, reason: 'The row has no id.', row: '+cmd|calc' },
  { line: 6, reason: 'r', row: ' -1+1' },
  { line: 7, reason: 'r', row: '@SUM(1)' },
  { line: 9, reason: 'r', row: '\t=1' },
  { line: 11, reason: 'r', row: 'C-1,"a\nb"' },
];

it('writes every row once, quoted, with no cell that a spreadsheet takes for a formula', async () => {
  const pages = writeErrorsFile((afterLine) =>
    Promise.resolve(errors.filter(({ line }) => line > afterLine).slice(0, 2)),
  );
  let text = '';
  for await (const page of pages) text += page;
  expect(text).toBe(
    [
      '\uFEFF"line","reason","row"',
      `3,"Column “a”: “""x""” is not a number.","'=HYPERLINK(""http://evil.example"";""click"")"`,
      `5,"The row has no id.","'+cmd|calc"`,
      `6,"r","' -1+1"`,
      `7,"r","'@SUM(1)"`,
      `9,"r","'\t=1"`,
      '11,"r","C-1,""a\nb"""',
      '',
    ].join('\r\n'),
  );
});
