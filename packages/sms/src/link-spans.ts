/** A stretch of a text that is a web address. */
export interface LinkSpan {
  readonly start: number;
  readonly end: number;
}

// Blanks, angle brackets and quotes end an address (RFC 3986 appendix C); letters of any script do not (RFC 3987).
const LINK = /(?:https?:\/\/|www\.)[^\s<>"“”„«»‘’‹›…]+/giu;
// What follows an address in a sentence is not of it.
const TRAILING = ".,;:!?'–—";
const BRACKETS: readonly (readonly [opening: string, closing: string])[] = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
];

/** The web addresses in a text, in order, without the punctuation and the closing brackets of the sentence around them. */
export function findLinks(text: string): readonly LinkSpan[] {
  return Array.from(text.matchAll(LINK), (match) => ({
    start: match.index,
    end: match.index + findEnd(match[0]),
  }));
}

function findEnd(link: string): number {
  // Closing brackets that no opening one in the address belongs to.
  const surplus = new Map(
    BRACKETS.map(([opening, closing]) => [closing, countOf(link, closing) - countOf(link, opening)]),
  );
  let end = link.length;
  while (end > 0) {
    const last = link.charAt(end - 1);
    const left = surplus.get(last) ?? 0;
    if (left <= 0 && !TRAILING.includes(last)) break;
    surplus.set(last, left - 1);
    end -= 1;
  }
  return end;
}

function countOf(text: string, character: string): number {
  return text.split(character).length - 1;
}
