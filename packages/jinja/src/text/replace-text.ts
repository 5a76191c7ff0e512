import { characters } from '../values/code-points.ts';
import { createFinder } from './find-text.ts';
import type { RunState } from '../values/run-state.ts';

interface Replacement {
  readonly from: string;
  readonly to: string;
  /** At most so many times; -1 for always. */
  readonly count: number;
}

/** Python's replace(); an empty text is found before every character and at the end. The size is checked first. */
export function replaceText(run: RunState, text: string, { from, to, count }: Replacement): string {
  run.charge(text.length + 1);
  if (count === 0) return text;
  if (from === '') return interleave(run, text, { from, to, count });
  const pieces: string[] = [];
  const finder = createFinder(run, from);
  let at = 0;
  for (let next = finder.first(text); next !== -1; next = finder.first(text, at)) {
    if (count >= 0 && pieces.length >= count) break;
    run.charge(to.length + 8);
    pieces.push(text.slice(at, next));
    at = next + from.length;
  }
  pieces.push(text.slice(at));
  return pieces.join(to);
}

function interleave(run: RunState, text: string, { to, count }: Replacement): string {
  const parts = characters(text);
  const most = count < 0 ? parts.length + 1 : Math.min(count, parts.length + 1);
  run.charge(most * to.length);
  return (
    parts.map((part, index) => (index < most ? to + part : part)).join('') + (most > parts.length ? to : '')
  );
}
