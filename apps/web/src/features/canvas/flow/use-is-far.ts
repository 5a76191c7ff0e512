import { useStore } from '@xyflow/react';

/** Below this zoom no word of a card can be read. */
const readableZoom = 0.4;

/** Whether the drawing is seen from so far that words are only grey lines, which are dear to paint. */
export const useIsFar = (): boolean => useStore(({ transform }) => transform[2] < readableZoom);
