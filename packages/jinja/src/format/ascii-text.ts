import type { RunState } from '../values/run-state.ts';

/** A text with every character beyond ASCII by its number, as Python's ascii() shows it. */
export function asciiText(run: RunState, text: string): string {
  let ascii = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const [mark, length] = code < 256 ? ['x', 2] : code < 65_536 ? ['u', 4] : ['U', 8];
    ascii += code < 128 ? character : `\\${mark}${code.toString(16).padStart(length, '0')}`;
  }
  run.charge(ascii.length);
  return ascii;
}
