import { codeLength, codeSlice } from '../values/code-points.ts';
import type { RunState } from '../values/run-state.ts';

interface Truncation {
  readonly length: number;
  readonly killWords: boolean;
  readonly end: string;
  readonly leeway: number;
}

/** Refuses what Jinja2 asserts before it looks at the text. */
export function checkTruncation(
  run: RunState,
  {
    length,
    leeway,
    endLength,
  }: { readonly length: number; readonly leeway: number; readonly endLength: number },
): void {
  if (length < endLength)
    throw run.fail(
      'value',
      `'truncate' needs a length of at least ${endLength}, which its end takes up: give a larger length, or end=''`,
    );
  if (leeway < 0) throw run.fail('value', "the leeway of 'truncate' cannot be negative: use 0 or more");
}

/** Jinja2's truncate: a text within length + leeway stays; a longer one is cut, at a space unless words may be cut. */
export function truncateText(text: string, { length, killWords, end, leeway }: Truncation): string {
  if (codeLength(text) <= length + leeway) return text;
  const cut = codeSlice(text, 0, length - codeLength(end));
  const space = killWords ? -1 : cut.lastIndexOf(' ');
  return (space === -1 ? cut : cut.slice(0, space)) + end;
}
