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
    else for (const piece of dealOut(text.slice(start, end), start)) pieces.push(piece);
    start = end;
  }
  return pieces;
}

function dealOut(given: string, start: number): Piece[] {
  const sent = normaliseText(given);
  const pieces: Piece[] = [];
  let at = 0;
  let sentAt = 0;
  while (sentAt < sent.length) {
    const length = characterLength(sent, sentAt);
    const next = settle(given, at + length, length);
    const isLast = sentAt + length === sent.length || next >= given.length;
    // Nothing given is left for what follows, if anything does: NFC made the stretch longer.
    const sentEnd = isLast ? sent.length : sentAt + length;
    const end = isLast ? given.length : next;
    pieces.push({ start: start + at, end: start + end, sent: sent.slice(sentAt, sentEnd) });
    at = end;
    sentAt = sentEnd;
  }
  return pieces;
}

/** Marks that NFC puts in another order may be of other lengths: no piece begins between the halves of a pair. */
function settle(given: string, at: number, length: number): number {
  const isInPair = (given.codePointAt(at - 1) ?? 0) > 0xffff;
  if (!isInPair) return at;
  return length > 1 ? at - 1 : at + 1;
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
