import { useStore } from '@xyflow/react';
import { createContext } from 'react';

/** Below this zoom no word of a card can be read. */
const readableZoom = 0.4;

/** Of few nodes even words that nobody can read are cheap, and tell a card from another. */
const fewNodes = 100;

/** What `useIsFar` found: hundreds of cards and connections would ask for it at each step of a zoom. */
export const FarContext = createContext(false);

/** Whether many nodes are seen from so far that their words are only grey lines, which are dear to paint. */
export const useIsFar = (): boolean =>
  useStore(({ transform, nodes }) => transform[2] < readableZoom && nodes.length > fewNodes);
