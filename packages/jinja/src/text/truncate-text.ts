import type { Run } from '../evaluate/run.ts';
import { codeLength, codeSlice } from '../values/code-points.ts';

interface Truncation {
  readonly length: number;
  readonly killWords: boolean;
  readonly end: string;
  readonly leeway: number;
}

/** Jinja2's truncate: a text within length + leeway stays; a longer one is cut, at a space unless words may be cut. */
export function truncateText(run: Run, text: string, { length, killWords, end, leeway }: Truncation): string {
  const endLength = codeLength(end);
  if (length < endLength)
    throw run.fail(
      'value',
      `'truncate' needs a length of at least ${endLength}, the length of its end '${end}'`,
    );
  if (leeway < 0) throw run.fail('value', "the leeway of 'truncate' cannot be negative");
  if (codeLength(text) <= length + leeway) return text;
  const cut = codeSlice(text, 0, length - endLength);
  const space = killWords ? -1 : cut.lastIndexOf(' ');
  return (space === -1 ? cut : cut.slice(0, space)) + end;
}
