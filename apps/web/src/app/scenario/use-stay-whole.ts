import { useReactFlow, useStore, useStoreApi } from '@xyflow/react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { fitOptions } from '../../features/canvas/flow/fit-options.ts';

/** A drawing that was seen as a whole still is when what calls this takes away a part of its room; any other stays where it is. */
export const useStayWhole = (): void => {
  const { fitView, getNodes, getNodesBounds } = useReactFlow();
  const store = useStoreApi();
  const room = useStore(({ width, height }) => `${width} ${height}`);
  const before = useRef<string | null>(null);

  useLayoutEffect(() => {
    const { width, height, transform } = store.getState();
    const [left, top, zoom] = transform;
    const bounds = getNodesBounds(getNodes());
    const [x, y] = [left + bounds.x * zoom, top + bounds.y * zoom];
    const isWhole =
      x >= 0 && y >= 0 && x + bounds.width * zoom <= width && y + bounds.height * zoom <= height;
    before.current = isWhole ? `${width} ${height}` : null;
  }, [getNodes, getNodesBounds, store]);

  useEffect(() => {
    if (before.current === null || before.current === room) return;
    before.current = null;
    void fitView(fitOptions);
  }, [fitView, room]);
};
