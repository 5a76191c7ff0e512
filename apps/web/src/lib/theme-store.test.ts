// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { followTheme, useThemeStore } from './theme-store.ts';

const firstPaint = readFileSync(`${import.meta.dirname}/../../public/theme.js`, 'utf8');
const shownTheme = () => document.documentElement.dataset['theme'];

let stop = (): void => {};
beforeEach(() => {
  stop = followTheme();
});
afterEach(() => {
  stop();
  useThemeStore.setState({ theme: 'system' });
  delete document.documentElement.dataset['theme'];
});

it('shows the chosen theme, and leaves the choice to the system', () => {
  expect(shownTheme()).toBeUndefined();
  useThemeStore.getState().setTheme('dark');
  expect(shownTheme()).toBe('dark');
  useThemeStore.getState().setTheme('system');
  expect(shownTheme()).toBeUndefined();
});

it.each(['light', 'dark', 'system'] as const)('the script of the first paint agrees on %s', (theme) => {
  useThemeStore.getState().setTheme(theme);
  const shown = shownTheme();
  stop();
  delete document.documentElement.dataset['theme'];

  runInNewContext(firstPaint, { localStorage, document });
  expect(shownTheme()).toBe(shown);
});
