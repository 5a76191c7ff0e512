/**
 * The names of one language. A surname may have two forms, `Novák/Nováková` (his/hers). A name in a script that is not
 * spelled out letter by letter in `latin.ts` brings its Latin form along: `王:Wang`.
 */
export type NamePool = {
  readonly women: readonly string[];
  readonly men: readonly string[];
  readonly surnames: readonly string[];
  /** Two where people carry both parents' surnames. */
  readonly surnamesPerPerson: 1 | 2;
};

/** Splits a list written with white space between names; `_` stands for a space inside one name. */
export function names(text: string): readonly string[] {
  return text
    .trim()
    .split(/\s+/)
    .map((name) => name.replaceAll('_', ' '));
}
