import { classOf, CONTROL } from './character-class.ts';
import { countSms, type SmsCount, type SmsOptions } from './count-sms.ts';
import { findLinks } from './link-spans.ts';
import { normaliseText } from './normalise-text.ts';
import { COMPATIBLE_RANGES, REPLACEMENT_ROWS, type ReplacementGroup } from './replacement-table.ts';
import { classifierFor } from './sent-kind.ts';
import { cutPieces } from './text-pieces.ts';

/** An edit of the text as given that makes the message smaller and says the same. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly from: string;
  /** Empty where the character is dropped. */
  readonly to: string;
  /** What the replaced character is: it forces UCS-2, or costs two septets. */
  readonly kind: 'unicode' | 'extension';
  readonly group: ReplacementGroup;
}

interface Substitute {
  readonly to: string;
  readonly group: ReplacementGroup;
}

const SUBSTITUTES: ReadonlyMap<string, Substitute> = new Map(
  REPLACEMENT_ROWS.flatMap(([group, from, to]) =>
    Array.from(from, (character) => [character, { to, group }] as const),
  ),
);

/** Safe in any script and beside any character; the others only where the whole message ends up in the 7-bit alphabet. */
const SAFE_ANYWHERE: ReadonlySet<ReplacementGroup> = new Set(['control', 'compatible']);

/**
 * Safe replacements for the characters that force UCS-2 or cost two septets, in order of place. Applied together they make the
 * message smaller (fewer parts, else fewer bits); empty when they would not, as when an emoji keeps the message in UCS-2 anyway.
 */
export function findReplacements(text: string, options: SmsOptions = {}): readonly Replacement[] {
  const before = countSms(text, options);
  const all = findCandidates(text, before);
  if (all.length === 0) return all;
  const after = countSms(applyReplacements(text, all), options);
  if (after.encoding === 'GSM-7' && isSmaller(after, before)) return all;
  return all.filter((edit) => SAFE_ANYWHERE.has(edit.group) && edit.to.length < edit.from.length);
}

/** The text with the edits made; throws when one does not fit the text, for then it was found in another one. */
export function applyReplacements(text: string, replacements: readonly Replacement[]): string {
  let result = '';
  let at = 0;
  for (const edit of replacements.toSorted((one, other) => one.start - other.start)) {
    if (edit.start < at || text.slice(edit.start, edit.end) !== edit.from) {
      throw new RangeError(
        `The replacement of ${JSON.stringify(edit.from)} at ${edit.start} does not fit the text.`,
      );
    }
    result += text.slice(at, edit.start) + edit.to;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** The safe replacement of one character that is not in the basic alphabet, if there is one. */
export function findSubstitute(character: string): Substitute | null {
  const listed = SUBSTITUTES.get(character);
  if (listed !== undefined) return listed;
  const code = character.codePointAt(0) ?? 0;
  if ((classOf(code) & CONTROL) !== 0 && code <= 0xffff) return { to: '', group: 'control' };
  if (!COMPATIBLE_RANGES.some(([first, last]) => code >= first && code <= last)) return null;
  const form = character.normalize('NFKC');
  // A full-width bracket becomes what a bracket becomes, in one step.
  const to = SUBSTITUTES.get(form)?.to ?? form;
  return countSms(to).encoding === 'GSM-7' ? { to, group: 'compatible' } : null;
}

function findCandidates(text: string, count: SmsCount): readonly Replacement[] {
  const found: Replacement[] = [];
  const classify = classifierFor(count);
  const links = findLinks(text);
  for (const piece of cutPieces(text)) {
    const { kind } = classify(piece.sent);
    if (kind === 'basic') continue;
    const substitute = findSubstitute(piece.sent);
    if (substitute === null || links.some((link) => piece.start >= link.start && piece.start < link.end))
      continue;
    const from = text.slice(piece.start, piece.end);
    // Inside a cluster that NFC changes, given and sent characters may not stand side by side.
    if (normaliseText(from) !== piece.sent) continue;
    found.push({ start: piece.start, end: piece.end, from, ...substitute, kind });
  }
  return found;
}

function isSmaller(count: SmsCount, than: SmsCount): boolean {
  if (count.parts.length !== than.parts.length) return count.parts.length < than.parts.length;
  return countBits(count) < countBits(than);
}

function countBits(count: SmsCount): number {
  return count.units * (count.encoding === 'GSM-7' ? 7 : 16);
}
