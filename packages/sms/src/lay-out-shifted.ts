import { findCapacity, type Reference } from './capacity.ts';
import type { Encoding } from './encoding.ts';
import type { NationalLanguage } from './national-alphabets.ts';
import { costsUnder, countShiftElements, listShifts, type NationalShifts } from './national-shifts.ts';
import { splitSeptets, type Part } from './split-parts.ts';

/** How a normalised text is laid out on the air. */
export interface Layout {
  readonly encoding: Encoding;
  readonly units: number;
  readonly parts: readonly Part[];
  readonly capacity: number;
  readonly shifts: NationalShifts | null;
}

/**
 * Lays a text out in 7 bits with national tables: the fewest parts, then the fewest units, then the shortest header.
 * `null` when none of the languages can write it. Two septets per character at worst still beat UCS-2 under any header.
 */
export function layOutShifted(
  text: string,
  languages: readonly NationalLanguage[],
  reference: Reference,
): Layout | null {
  let best: Layout | null = null;
  for (const shifts of listShifts(languages)) {
    const layout = tryShifts(text, shifts, reference);
    if (layout !== null && (best === null || isSmaller(layout, best))) best = layout;
  }
  return best;
}

function tryShifts(text: string, shifts: NationalShifts, reference: Reference): Layout | null {
  const costs = costsUnder(shifts);
  const doubles: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const cost = costs.get(text.charAt(index));
    if (cost === undefined) return null;
    if (cost === 2) doubles.push(index);
  }
  const units = text.length + doubles.length;
  const { single, multipart } = findCapacity('GSM-7', reference, countShiftElements(shifts));
  const capacity = units <= single ? single : multipart;
  const parts = splitSeptets(text.length, capacity, doubles);
  return { encoding: 'GSM-7', units, parts, capacity, shifts };
}

function isSmaller(layout: Layout, than: Layout): boolean {
  return (
    layout.parts.length < than.parts.length ||
    (layout.parts.length === than.parts.length && layout.units < than.units)
  );
}
