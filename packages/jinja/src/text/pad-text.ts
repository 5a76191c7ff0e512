import { codeLength } from '../values/code-points.ts';
import type { RunState } from '../values/run-state.ts';

interface Padding {
  readonly width: number;
  readonly fill?: string;
  readonly align: 'left' | 'right' | 'center';
}

/** Python's ljust(), rjust() and center(); the width is counted before it is built. */
export function padText(run: RunState, text: string, { width, fill = ' ', align }: Padding): string {
  const missing = width - codeLength(text);
  if (missing <= 0) return text;
  run.charge(text.length + missing);
  if (align === 'left') return text + fill.repeat(missing);
  if (align === 'right') return fill.repeat(missing) + text;
  // Python puts the odd space left when the width is odd.
  const left = Math.floor(missing / 2) + (missing & width & 1);
  return fill.repeat(left) + text + fill.repeat(missing - left);
}
