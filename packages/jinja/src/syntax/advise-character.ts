import { characterAt } from './characters.ts';

const advice: Readonly<Record<string, string>> = {
  '&': "write 'and' instead of '&'",
  '!': "write 'not' instead of '!'",
  '?': "write 'this if condition else that' instead of '?'",
  '^': "write '**' for a power",
  $: 'names are written without $',
  '@': 'names are written without @',
  '#': "a comment is written between '{#' and '#}'",
  '\\': 'a backslash only has a meaning inside quotes',
  '`': 'put text between straight quotes, \' or "',
};
const quotes = '‘’‚‛“”„‟«»‹›´′″';
const dashes = '‐‑‒–—−';

/** What to do about a character that has no place in an expression. */
export function adviseCharacter(source: string, at: number): string {
  const character = characterAt(source, at);
  if (quotes.includes(character))
    return `${character} is a typographic quote: put text between straight quotes, ' or "`;
  if (dashes.includes(character)) return `${character} is a typographic dash: use the minus sign -`;
  const fix = advice[character];
  return fix === undefined
    ? `'${character}' cannot stand in an expression: remove it, or put it inside quotes`
    : `'${character}' is not understood here: ${fix}`;
}
