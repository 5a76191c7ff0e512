/**
 * The records of an RFC 4180 text, for the tests: written apart from `csv.ts`, so that a mistake in the one does not hide
 * in the other. The committed files have no blank lines and no stray quotes; anything else throws.
 */
export function readCsv(text: string): readonly (readonly string[])[] {
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\n)/y;
  const records: string[][] = [];
  let record: string[] = [];
  while (field.lastIndex < text.length) {
    const start = field.lastIndex;
    const match = field.exec(text);
    if (match === null) throw new Error(`No CSV field can be read at character ${start}.`);
    record.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\n') {
      records.push(record);
      record = [];
    }
  }
  return records;
}

/** The records after the header, by column name. */
export function readRows(text: string): readonly Readonly<Record<string, string>>[] {
  const [header = [], ...records] = readCsv(text);
  return records.map((record) => {
    if (record.length !== header.length) throw new Error(`${record.join()} has ${record.length} columns.`);
    return Object.fromEntries(header.map((name, index) => [name, record[index] ?? '']));
  });
}
