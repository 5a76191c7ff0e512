import { classOf, MAY_COMPOSE } from './character-class.ts';
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
export function* eachPiece(text: string): Generator<Piece> {
  let start = 0;
  while (start < text.length) {
    const end = findBoundary(text, start);
    yield* dealOut(Array.from(normaliseText(text.slice(start, end))), start, end);
    start = end;
  }
}

function* dealOut(characters: readonly string[], start: number, end: number): Generator<Piece> {
  let at = start;
  for (const [index, sent] of characters.entries()) {
    const next = at + sent.length;
    if (index === characters.length - 1 || next >= end) {
      // Nothing given is left for what follows, if anything does: NFC made the stretch longer.
      yield { start: at, end, sent: characters.slice(index).join('') };
      return;
    }
    yield { start: at, end: next, sent };
    at = next;
  }
}

function findBoundary(text: string, start: number): number {
  let end = start + characterLength(text, start);
  while (end < text.length && (classOf(text.charCodeAt(end)) & MAY_COMPOSE) !== 0)
    end += characterLength(text, end);
  return end;
}

function characterLength(text: string, index: number): number {
  return (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
}
