import { expect, it, vi } from 'vitest';
import { navItemsOf } from './nav-items.ts';
import { paletteCommandsOf } from './palette-commands.ts';

const spies = () => ({
  goTo: vi.fn<(item: unknown) => void>(),
  openProject: vi.fn<(id: string) => void>(),
  setTheme: vi.fn<(theme: string) => void>(),
});

const commandsWith = (calls: ReturnType<typeof spies>) =>
  paletteCommandsOf({
    project: { id: 'a', name: 'Demo' },
    projects: [
      { id: 'a', name: 'Demo' },
      { id: 'b', name: 'Nordic' },
    ],
    navItems: navItemsOf({ phonesUrl: 'http://127.0.0.1:4000/' }),
    ...calls,
  });

it('offers every screen, every other project and every theme', () => {
  expect(commandsWith(spies()).map(({ label }) => label)).toEqual([
    'Scenarios',
    'Customers',
    'Carrier',
    'Open Nordic',
    'Theme: light',
    'Theme: dark',
    'Theme: as the system',
  ]);
});

it('has no two commands of one id', () => {
  const ids = commandsWith(spies()).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it('does what it says', () => {
  const calls = spies();
  for (const command of commandsWith(calls)) command.run();
  expect(calls.goTo).toHaveBeenCalledTimes(3);
  expect(calls.openProject.mock.calls).toEqual([['b']]);
  expect(calls.setTheme.mock.calls).toEqual([['light'], ['dark'], ['system']]);
});

it('leads to the phones only where there are some', () => {
  expect(navItemsOf({ phonesUrl: null }).map(({ label }) => label)).toEqual(['Scenarios', 'Customers']);
});
