import { isSpace } from '../syntax/characters.ts';

/** One of - ( { [ <, which begin a word like white space does. */
function isOpening(unit: number): boolean {
  return unit === 45 || unit === 40 || unit === 123 || unit === 91 || unit === 60;
}

/** Jinja2's title: a word begins after white space or one of - ( { [ <, so that an apostrophe does not start one. */
export function titleWords(text: string): string {
  const pieces: string[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (at < text.length && !isSpace(unit) && !isOpening(unit)) continue;
    if (at > start) {
      const first = String.fromCodePoint(text.codePointAt(start) ?? 0);
      pieces.push(first.toUpperCase(), text.slice(start + first.length, at).toLowerCase());
    }
    pieces.push(text.charAt(at));
    start = at + 1;
  }
  return pieces.join('');
}
