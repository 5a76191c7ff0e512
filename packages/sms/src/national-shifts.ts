import { DEFAULT_ALPHABET, DEFAULT_EXTENSION, ESCAPE } from './gsm-alphabet.ts';
import { NATIONAL_ALPHABETS, type NationalLanguage } from './national-alphabets.ts';

/** The national tables one message announces in its header; at least one is not `null`. */
export interface NationalShifts {
  readonly locking: NationalLanguage | null;
  readonly single: NationalLanguage | null;
}

/** Header elements that announce the tables: one per table (TS 23.040 §9.2.3.24.15 and .16). */
export function countShiftElements(shifts: NationalShifts): number {
  return Number(shifts.locking !== null) + Number(shifts.single !== null);
}

/**
 * Every combination of the languages' tables, in their order; fewer header elements first. The two tables of a message may be of
 * different languages (TS 23.038 annex C.3).
 */
export function listShifts(languages: readonly NationalLanguage[]): NationalShifts[] {
  const withLocking = languages.filter((language) => NATIONAL_ALPHABETS[language].locking !== null);
  return [
    ...languages.map((single) => ({ locking: null, single })),
    ...withLocking.map((locking) => ({ locking, single: null })),
    ...withLocking.flatMap((locking) => languages.map((single) => ({ locking, single }))),
  ];
}

/** Septets per character under the tables; a character that is missing from the map they cannot write. */
export function costsUnder(shifts: NationalShifts): ReadonlyMap<string, number> {
  const costs = new Map<string, number>();
  const extension = shifts.single === null ? DEFAULT_EXTENSION : NATIONAL_ALPHABETS[shifts.single].single;
  for (const character of extension) costs.set(character, 2);
  const locking = shifts.locking === null ? null : NATIONAL_ALPHABETS[shifts.locking].locking;
  // A character in both tables is written with the shorter one.
  for (const character of locking ?? DEFAULT_ALPHABET) costs.set(character, 1);
  costs.delete(ESCAPE);
  return costs;
}
