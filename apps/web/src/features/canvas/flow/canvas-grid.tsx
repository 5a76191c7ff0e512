import { Background, useStore } from '@xyflow/react';
import { gridStep } from './node-size.ts';

/** On the screen dots stand at least so far apart, in px: closer ones are a grey, and hundreds of thousands of them. */
const leastGap = 12;

const gapAt = (zoom: number): number => {
  let gap = gridStep;
  while (gap * zoom < leastGap) gap *= 2;
  return gap;
};

/** The dots that things snap to; from afar every second, fourth, eighth of them. */
export function CanvasGrid() {
  const gap = useStore(({ transform }) => gapAt(transform[2]));
  return <Background gap={gap} size={gap / gridStep} />;
}
