import { classOf, isPlain, MAY_COMPOSE } from './character-class.ts';
import { normaliseText } from './normalise-text.ts';

/** A stretch of the given text and what is sent for it. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly sent: string;
}

/**
 * Cuts the given text where NFC cannot reach across, so that normalising piece by piece equals normalising the whole.
 * A stretch that stays as it is comes character by character; one that changes is dealt out over its sent characters.
 */
export function cutPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  while (start < text.length) {
    const end = findBoundary(text, start);
    const isUnchanged = end === start + 1 && isPlain(text.charCodeAt(start));
    if (isUnchanged) pieces.push({ start, end, sent: text.charAt(start) });
    else pieces.push(...dealOut(normaliseText(text.slice(start, end)), start, end));
    start = end;
  }
  return pieces;
}

function dealOut(sent: string, start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  let sentAt = 0;
  while (sentAt < sent.length) {
    const length = characterLength(sent, sentAt);
    const isLast = sentAt + length === sent.length || at + length >= end;
    // Nothing given is left for what follows, if anything does: NFC made the stretch longer.
    const sentEnd = isLast ? sent.length : sentAt + length;
    const pieceEnd = isLast ? end : at + length;
    pieces.push({ start: at, end: pieceEnd, sent: sent.slice(sentAt, sentEnd) });
    at = pieceEnd;
    sentAt = sentEnd;
  }
  return pieces;
}

function findBoundary(text: string, start: number): number {
  let end = start + characterLength(text, start);
  while (end < text.length && (classOf(text.charCodeAt(end)) & MAY_COMPOSE) !== 0) {
    const length = characterLength(text, end);
    if (!canJoin(text.slice(end, end + length))) break;
    end += length;
  }
  return end;
}

/**
 * Whether NFC may join a character to what stands before it, or move it there: marks, the medial and final letters of Hangul, and
 * the one vowel sign that is counted a letter (Kirat Rai). Not the grapheme joiner, which is a mark only by name.
 */
export function canJoin(character: string): boolean {
  return /^[\p{M}\u1160-\u11ff\u{16d67}]/u.test(character) && character !== '\u034f';
}

function characterLength(text: string, index: number): number {
  return (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
}
