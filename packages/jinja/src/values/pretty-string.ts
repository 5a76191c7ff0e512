import { isSpace } from '../syntax/characters.ts';
import { splitLines } from '../text/split-text.ts';
import { codeLength } from './code-points.ts';
import { quoteText } from './quote-text.ts';
import type { RunState } from './run-state.ts';

interface Place {
  readonly indent: number;
  readonly reserved: number;
  readonly width: number;
  /** Whether nothing is around the text, so that it needs brackets of its own. */
  readonly isAlone: boolean;
}

/** Words, each with the white space after it. */
function wordsOf(line: string): readonly string[] {
  const words: string[] = [];
  let start = 0;
  for (let at = 1; at <= line.length; at += 1) {
    const isStart = at === line.length || (isSpace(line.charCodeAt(at - 1)) && !isSpace(line.charCodeAt(at)));
    if (!isStart) continue;
    words.push(line.slice(start, at));
    start = at;
  }
  return words;
}

/** As many words a line as fit, each line quoted. */
function fillLines(
  run: RunState,
  words: readonly string[],
  rooms: { readonly usual: number; readonly last: number },
): string[] {
  const lines: string[] = [];
  let current = '';
  // Quoting the line anew for every word would make a long line slow: quotes add up as they come.
  words.forEach((word, index) => {
    const room = index === words.length - 1 ? rooms.last : rooms.usual;
    run.charge(Math.min(current.length, 2 * rooms.usual) + word.length);
    if (current.length + word.length > room || codeLength(quoteText(current + word)) > room) {
      if (current !== '') lines.push(quoteText(current));
      current = word;
    } else {
      current += word;
    }
  });
  return current === '' ? lines : [...lines, quoteText(current)];
}

/** A text that is too long for its line as pprint() shows it: quoted pieces below each other. */
export function prettyString(
  run: RunState,
  text: string,
  { indent, reserved, width, isAlone }: Place,
): string {
  const [inset, after] = isAlone ? [indent + 1, reserved + 1] : [indent, reserved];
  const lines = splitLines(text, true);
  const usual = width - inset;
  const chunks = lines.flatMap((line, index) => {
    const isLast = index === lines.length - 1;
    run.step();
    run.charge(line.length);
    const quoted = quoteText(line);
    if (codeLength(quoted) <= (isLast ? usual - after : usual)) return [quoted];
    return fillLines(run, wordsOf(line), { usual, last: isLast ? usual - after : usual });
  });
  const shown = chunks.join(`\n${' '.repeat(inset)}`);
  run.charge(shown.length);
  return isAlone && chunks.length > 1 ? `(${shown})` : shown;
}
