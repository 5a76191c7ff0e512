import { type LucideIcon, Monitor, Moon, Sun } from 'lucide-react';
import type { Theme } from '../../lib/theme-store.ts';

interface ThemeChoice {
  readonly value: Theme;
  readonly label: string;
  readonly icon: LucideIcon;
}

/** The themes there are, in the order they are offered. */
export const themes: readonly ThemeChoice[] = [
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
  { value: 'system', label: 'As the system', icon: Monitor },
];
