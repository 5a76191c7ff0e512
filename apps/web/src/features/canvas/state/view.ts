import type { ReactFlowInstance } from '@xyflow/react';
import type { Position } from '../commands/free-place.ts';
import { nodeHeight, nodeWidth } from '../flow/node-size.ts';
import { motionMs } from '../motion-ms.ts';

interface ViewInput {
  readonly flow: Pick<
    ReactFlowInstance,
    'screenToFlowPosition' | 'flowToScreenPosition' | 'getViewport' | 'setViewport'
  >;
  /** The element that shows the canvas. */
  readonly frame: () => HTMLElement | null;
  readonly placeOf: (nodeId: string) => Position | null;
}

interface View {
  /** Canvas coordinates of the middle of what is on the screen. */
  readonly centre: () => Position;
  /** Moves the view to a node that is not wholly in it. */
  readonly reveal: (nodeId: string) => void;
}

const height = nodeHeight(1, false);

/** Between a revealed node and the edge of the canvas, in px of the screen. */
const margin = 48;
/** At the bottom the buttons of the canvas lie over it. */
const bottomMargin = 72;

/** How far to move something that reaches from `start` to `end` until it is within `from` and `to`; its start has priority. */
export const shiftInto = (start: number, end: number, { from, to }: { from: number; to: number }): number => {
  if (start < from) return from - start;
  return end > to ? Math.max(to - end, from - start) : 0;
};

/** The part of the canvas that is on the screen. */
export const createView = ({ flow, frame, placeOf }: ViewInput): View => ({
  centre: () => {
    const box = frame()?.getBoundingClientRect();
    if (!box) return { x: 0, y: 0 };
    return flow.screenToFlowPosition({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
  },
  reveal: (nodeId) => {
    const box = frame()?.getBoundingClientRect();
    const place = placeOf(nodeId);
    if (!box || !place) return;
    const start = flow.flowToScreenPosition(place);
    const end = flow.flowToScreenPosition({ x: place.x + nodeWidth, y: place.y + height });
    const x = shiftInto(start.x, end.x, { from: box.left + margin, to: box.right - margin });
    const y = shiftInto(start.y, end.y, { from: box.top + margin, to: box.bottom - bottomMargin });
    if (x === 0 && y === 0) return;
    const viewport = flow.getViewport();
    void flow.setViewport({ ...viewport, x: viewport.x + x, y: viewport.y + y }, { duration: motionMs() });
  },
});
