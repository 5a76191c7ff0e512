import { scanTemplate } from '@curlew/jinja';
import { findReplacements, type Replacement } from '@curlew/sms';

interface TextPiece {
  /** Where it stands in all text put together, and in the source. */
  readonly joined: number;
  readonly source: number;
  readonly text: string;
}

const textPiecesOf = (source: string): TextPiece[] => {
  let joined = 0;
  return scanTemplate(source).flatMap(({ kind, start, end }) => {
    if (kind !== 'text') return [];
    const piece = { joined, source: start, text: source.slice(start, end) };
    joined += piece.text.length;
    return [piece];
  });
};

/** The safe replacements in the text of a template, never in its syntax, in UTF-16 offsets of the source. */
export const findSourceReplacements = (source: string): Replacement[] => {
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
};
