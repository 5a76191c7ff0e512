import { applyReplacements, countSms, findReplacements, type Replacement } from '@curlew/sms';
import { scanMessage } from './message-marks.ts';
import { remember } from './remember.ts';

interface TextPiece {
  /** Where it stands in all text put together, and in the source. */
  readonly joined: number;
  readonly source: number;
  readonly text: string;
}

const textPiecesOf = (source: string): TextPiece[] => {
  let joined = 0;
  return scanMessage(source).flatMap(({ kind, start, end }) => {
    if (kind !== 'text') return [];
    const piece = { joined, source: start, text: source.slice(start, end) };
    joined += piece.text.length;
    return [piece];
  });
};

const joinText = (source: string): string =>
  textPiecesOf(source)
    .map(({ text }) => text)
    .join('');

/** The safe replacements in the text of a template, never in its syntax, in offsets of the source. */
export const findSourceReplacements = remember((source): readonly Replacement[] => {
  const pieces = textPiecesOf(source);
  const found = findReplacements(pieces.map(({ text }) => text).join(''));
  return found.flatMap((replacement) => {
    // One that reaches over a tag (a letter and its accent on both sides) belongs to no piece and is left out.
    const piece = pieces.find(
      ({ joined, text }) => replacement.start >= joined && replacement.end <= joined + text.length,
    );
    if (!piece) return [];
    const shift = piece.source - piece.joined;
    return [{ ...replacement, start: replacement.start + shift, end: replacement.end + shift }];
  });
});

const countUnits = (units: number): string => `${units} ${units === 1 ? 'unit' : 'units'}`;

/** What replacing saves, in words. Parts are only named where the text is the same for everyone. */
export const describeSaving = (source: string, replacements: readonly Replacement[]): string => {
  const isTemplate = scanMessage(source).some(({ kind }) => kind !== 'text');
  const before = countSms(joinText(source));
  const after = countSms(joinText(applyReplacements(source, replacements)));
  const saved = before.parts.length - after.parts.length;
  if (!isTemplate && saved > 0) {
    const parts = after.parts.length;
    return `${before.parts.length} parts become ${parts}`;
  }
  if (before.encoding !== after.encoding) return 'Unicode becomes GSM-7';
  return `saves ${countUnits(before.units - after.units)}`;
};
