import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface RailState {
  readonly isFolded: boolean;
  readonly toggle: () => void;
}

/** Whether this browser keeps the rail folded to icons. */
export const useRailStore = create<RailState>()(
  persist((set) => ({ isFolded: false, toggle: () => set(({ isFolded }) => ({ isFolded: !isFolded })) }), {
    name: 'curlew.rail',
    partialize: ({ isFolded }) => ({ isFolded }),
  }),
);
