import type { ReactFlowInstance } from '@xyflow/react';
import type { Position } from '../commands/free-place.ts';
import { nodeHeight, nodeWidth } from '../flow/node-size.ts';
import { motionMs } from '../motion-ms.ts';

interface ViewInput {
  readonly flow: Pick<ReactFlowInstance, 'screenToFlowPosition' | 'flowToScreenPosition' | 'setCenter' | 'getZoom'>;
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

const height = nodeHeight(false);

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
    if (start.x >= box.left && end.x <= box.right && start.y >= box.top && end.y <= box.bottom) return;
    void flow.setCenter(place.x + nodeWidth / 2, place.y + height / 2, {
      zoom: flow.getZoom(),
      duration: motionMs(),
    });
  },
});
