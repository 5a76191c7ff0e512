/** One line about something the template language has, with an example that a test renders. */
export interface LibraryEntry {
  readonly name: string;
  readonly words: string;
  readonly example: string;
  /** What the example comes out as. */
  readonly gives: string;
  /** What completion puts in; `$0` is where the cursor then stands. */
  readonly insert: string;
}

/** Name, words, example, what it gives; then what is put in where that is more than the name. */
export type LibraryRow = readonly [
  name: string,
  words: string,
  example: string,
  gives: string,
  insert?: string,
];

export const readRows = (rows: readonly LibraryRow[]): readonly LibraryEntry[] =>
  rows.map(([name, words, example, gives, insert = `${name}$0`]) => ({
    name,
    words,
    example,
    gives,
    insert,
  }));
