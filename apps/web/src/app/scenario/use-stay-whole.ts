import { useReactFlow, useStore } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { fitOptions } from '../../features/canvas/flow/fit-options.ts';

interface Room {
  readonly width: number;
  readonly height: number;
}

/** A drawing that was seen as a whole still is when its room becomes smaller; any other stays where it is. */
export const useStayWhole = (): void => {
  const { fitView, getNodes, getNodesBounds, getViewport } = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const before = useRef<Room | null>(null);

  useEffect(() => {
    const { x: left, y: top, zoom } = getViewport();
    const bounds = getNodesBounds(getNodes());
    const [x, y] = [left + bounds.x * zoom, top + bounds.y * zoom];
    const isWholeIn = (room: Room): boolean =>
      x >= 0 && y >= 0 && x + bounds.width * zoom <= room.width && y + bounds.height * zoom <= room.height;
    const was = before.current;
    before.current = { width, height };
    if (was && isWholeIn(was) && !isWholeIn({ width, height })) void fitView(fitOptions);
  }, [fitView, getNodes, getNodesBounds, getViewport, height, width]);
};
