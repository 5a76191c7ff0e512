import { describe, expect, it } from 'vitest';
import { openCsv } from './open-csv.ts';
import { readRows, skipRows, startOf } from './read-csv.ts';

const read = (text: string, limit = 100) => {
  const content = Buffer.from(text);
  return readRows(content, startOf(content), { delimiter: ',', limit });
};
const lines = (text: string) =>
  read(text).rows.map((row) => [row.line, row.ok ? row.cells : row.fault.reason]);

describe('readRows', () => {
  it.each([
    ['LF', '\n'],
    ['CR LF', '\r\n'],
    ['CR', '\r'],
  ])('counts the lines of the file through quoted line breaks and empty lines (%s)', (_, end) => {
    const text = ['a,b', '1,"x', 'y"', '', '2,z', '', '', '"p', '', 'q",3'].join(end);
    expect(lines(text)).toEqual([
      [1, ['a', 'b']],
      [2, ['1', `x${end}y`]],
      [5, ['2', 'z']],
      [8, [`p${end}${end}q`, '3']],
    ]);
  });

  it('reads quotes, doubled quotes, separators in quotes and cells that are empty', () => {
    expect(lines('"a ""b""",",",\n,"",c')).toEqual([
      [1, ['a "b"', ',', '']],
      [2, ['', '', 'c']],
    ]);
  });

  it('gives up only the line in which a quote is never closed', () => {
    expect(lines('1,a\n2,"b\n3,c\n4,d')).toEqual([
      [1, ['1', 'a']],
      [2, 'quote_not_closed'],
      [3, ['3', 'c']],
      [4, ['4', 'd']],
    ]);
  });

  it('gives up only the line of a misplaced quote, even where a later quote seems to close it', () => {
    expect(lines('1,"b\n2,"c, d"\n3,e"f\n4,"g"h\n5,i')).toEqual([
      [1, 'quote_misplaced'],
      [2, ['2', 'c, d']],
      [3, 'quote_misplaced'],
      [4, 'quote_misplaced'],
      [5, ['5', 'i']],
    ]);
  });

  it('ends a row that goes on for more than a million characters', () => {
    const text = `1,"${'x'.repeat(1_100_000)}\n2,b`;
    expect(lines(text)).toEqual([
      [1, 'row_too_long'],
      [2, ['2', 'b']],
    ]);
  });

  it('keeps the text of a row as it stands in the file', () => {
    expect(read('\n1,"x\r\ny"\r\n2,"q\r\n').rows.map(({ text }) => text)).toEqual(['1,"x\r\ny"', '2,"q']);
  });

  it('goes on where a page ended, in the same lines as when read at once', () => {
    const text = Array.from({ length: 50 }, (_, index) =>
      index % 7 === 0 ? `${index},"a\nb"` : `${index},x"`,
    ).join('\n');
    const content = Buffer.from(text);
    const whole = readRows(content, startOf(content), { delimiter: ',', limit: 1_000 });
    expect(whole.rows).toHaveLength(50);
    for (let count = 0; count <= 50; count += 1) {
      const position = skipRows(content, startOf(content), { delimiter: ',', count });
      const rest = readRows(content, position, { delimiter: ',', limit: 1_000 });
      expect(rest.rows.map(({ line, text }) => [line, text])).toEqual(
        whole.rows.slice(count).map(({ line, text }) => [line, text]),
      );
    }
  });
});

describe('openCsv', () => {
  const refusal = (content: Buffer | string) => {
    const opened = openCsv(Buffer.from(content));
    return opened.ok ? null : opened.sentence;
  };

  it.each([
    ['empty', '', 'The file is empty.'],
    ['only empty lines', '\n\r\n\n', 'has no header'],
    ['only separators', ',,\n1,2,3', 'has no header'],
    [
      'data in the first line',
      'C-1,anna@example.com\nC-2,b@example.com',
      '“anna@example.com” looks like data',
    ],
    ['a column without name', 'id,,b\n', 'Column 2 has no name'],
    ['a name twice', 'id,a, a\n', 'Two columns are named “a”'],
    ['a broken header', 'id,"a\n1,2', 'header cannot be read'],
    ['a long name', `id,${'a'.repeat(129)}\n`, 'longer than 128'],
    ['zero bytes', 'id,a\n1,\0', 'not UTF-8'],
  ])('refuses %s', (_, text, sentence) => {
    expect(refusal(text)).toContain(sentence);
  });

  it('refuses what is not UTF-8', () => {
    expect(refusal(Buffer.from('id,Gdańsk\n', 'utf16le'))).toContain('not UTF-8');
    expect(refusal(Buffer.from([0x69, 0x64, 0x0a, 0xe9, 0x0a]))).toContain('not UTF-8');
  });

  it('takes 500 columns and refuses 501', () => {
    const header = (count: number) => Array.from({ length: count }, (_, index) => `c${index}`).join(',');
    expect(refusal(header(500))).toBeNull();
    expect(refusal(header(501))).toContain('501 columns');
  });

  it('reads a byte order mark and the separator that the header uses', () => {
    const opened = openCsv(Buffer.from('\uFEFFid;"a;b, c";d\r\n1;2;3'));
    expect(opened.ok && opened.file.columns).toEqual(['id', 'a;b, c', 'd']);
    expect(opened.ok && opened.file.body.line).toBe(2);
  });
});
