import type { NodeCounts } from '@curlew/contract';
import { formatCompact, formatNumber } from '../../../lib/format-number.ts';

/** Numbers stand side by side on the canvas: longer ones are shortened, 12.3k, and whole on hover. */
const longestWhole = 9_999;

export const countText = (count: number): string =>
  count > longestWhole ? formatCompact(count) : formatNumber(count);

// Of the interface's type at 12 px; a little more than most letters take.
const letterWidth = 6.4;
const padding = 8;

/** How wide a label is that is drawn on the canvas, in px: nothing is measured there. */
export const labelWidth = (words: string): number => Math.round(words.length * letterWidth) + 2 * padding;

/** From an output to the number of those who left by it, in px: beside the handle. */
export const countGap = 12;

/** How many customers left a node by one of its outputs. */
export const countLeft = ({ outputs }: NodeCounts, output: string): number =>
  outputs.find(({ id }) => id === output)?.count ?? 0;
