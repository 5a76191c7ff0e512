import { findCapacity, type Reference } from './capacity.ts';
import { CONTROL, MAY_COMPOSE, SURROGATE, UNICODE } from './character-class.ts';
import type { Encoding } from './encoding.ts';
import { layOutShifted, type Layout } from './lay-out-shifted.ts';
import type { NationalLanguage } from './national-alphabets.ts';
import type { NationalShifts } from './national-shifts.ts';
import { normaliseText } from './normalise-text.ts';
import { scanText, type TextScan } from './scan-text.ts';
import { splitSeptets, splitUnicode, type Part } from './split-parts.ts';
import { findControlCharacters, findLoneSurrogates } from './text-defects.ts';

/** How an operator sends. Without options: an 8-bit reference and no national tables. */
export interface SmsOptions {
  /** Message reference of the concatenation header; `16-bit` leaves 152/66 units instead of 153/67. */
  readonly reference?: Reference;
  /** National language tables the operator supports, in order of preference (TS 23.038 annex A). */
  readonly nationalLanguages?: readonly NationalLanguage[];
}

/** What a text becomes on the air. */
export interface SmsCount {
  /** NFC-normalised and well-formed: exactly what is sent. */
  readonly text: string;
  readonly encoding: Encoding;
  /** Septets or UTF-16 units over the whole message, headers not included. */
  readonly units: number;
  /** Offsets into `text`; empty for the empty text. */
  readonly parts: readonly Part[];
  /** Units one part holds in this message. */
  readonly capacity: number;
  readonly unitsInLastPart: number;
  /** More parts than a concatenation header can number (255). */
  readonly overLimit: boolean;
  /** National language tables in use; `null` with the default alphabet and with UCS-2. */
  readonly shifts: NationalShifts | null;
  /** Offsets, in the text as given, of lone surrogates; each is sent as U+FFFD. */
  readonly loneSurrogates: readonly number[];
  /** Offsets, in the text as given, of control characters other than LF, CR and FF; they are sent as they are, in UCS-2. */
  readonly controlCharacters: readonly number[];
}

/** The most parts a concatenation header can number, TS 23.040 §9.2.3.24.1. */
export const MAX_PARTS = 255;

const NONE: readonly number[] = [];

/** Counts a text as the sender's equipment would: encoding, units and parts (TS 23.038, TS 23.040). */
export function countSms(text: string, options: SmsOptions = {}): SmsCount {
  const given = scanText(text);
  const isWellFormed = (given.seen & SURROGATE) === 0 || text.isWellFormed();
  const sent = isWellFormed && (given.seen & MAY_COMPOSE) === 0 ? text : normaliseText(text);
  const scan = sent === text ? given : scanText(sent);
  const reference = options.reference ?? '8-bit';
  const languages = options.nationalLanguages ?? [];
  const shifted =
    scan.seen < UNICODE || languages.length === 0 ? null : layOutShifted(sent, languages, reference);
  const layout = shifted ?? layOut(sent, scan, reference);
  return {
    text: sent,
    encoding: layout.encoding,
    units: layout.units,
    parts: layout.parts,
    capacity: layout.capacity,
    unitsInLastPart: layout.parts.at(-1)?.units ?? 0,
    overLimit: layout.parts.length > MAX_PARTS,
    shifts: layout.shifts,
    loneSurrogates: isWellFormed ? NONE : findLoneSurrogates(text),
    controlCharacters: (given.seen & CONTROL) === 0 ? NONE : findControlCharacters(text),
  };
}

/** The text of each part, in order; together they are `count.text`. */
export function readParts(count: SmsCount): string[] {
  return count.parts.map((part) => count.text.slice(part.start, part.end));
}

function layOut(text: string, scan: TextScan, reference: Reference): Layout {
  const encoding = scan.seen < UNICODE ? 'GSM-7' : 'UCS-2';
  const units = text.length + scan.extensions.length;
  const { single, multipart } = findCapacity(encoding, reference);
  if (units <= single)
    return { encoding, units, parts: asOnePart(text, units), capacity: single, shifts: null };
  const parts =
    encoding === 'GSM-7'
      ? splitSeptets(text.length, multipart, scan.extensions)
      : splitUnicode(text, multipart);
  return { encoding, units, parts, capacity: multipart, shifts: null };
}

function asOnePart(text: string, units: number): Part[] {
  return units === 0 ? [] : [{ start: 0, end: text.length, units }];
}
