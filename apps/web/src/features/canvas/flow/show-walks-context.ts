import { createContext } from 'react';

/** Shows who was at a node; null: there is no run to show. */
export const ShowWalksContext = createContext<((nodeId: string) => void) | null>(null);
