import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type Theme = 'light' | 'dark' | 'system';

interface ThemeState {
  readonly theme: Theme;
  readonly setTheme: (theme: Theme) => void;
}

/** The theme this browser keeps. public/theme.js reads the same key before the first paint. */
export const useThemeStore = create<ThemeState>()(
  persist((set) => ({ theme: 'system', setTheme: (theme) => set({ theme }) }), {
    name: 'curlew.theme',
    partialize: ({ theme }) => ({ theme }),
  }),
);

const showTheme = ({ theme }: ThemeState): void => {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
};

/** Keeps `data-theme` of the page in step with the store; gives the way to stop. */
export const followTheme = (): (() => void) => {
  showTheme(useThemeStore.getState());
  return useThemeStore.subscribe(showTheme);
};
