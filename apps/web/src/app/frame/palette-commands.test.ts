import type { Role } from '@curlew/contract';
import { Wand2 } from 'lucide-react';
import { expect, it, vi } from 'vitest';
import { featureCommands } from './feature-commands.ts';
import { navItemsOf } from './nav-items.ts';
import { paletteCommandsOf } from './palette-commands.ts';

const spies = () => ({
  follow: vi.fn<(link: unknown) => void>(),
  goTo: vi.fn<(item: unknown) => void>(),
  openProject: vi.fn<(id: string) => void>(),
  setTheme: vi.fn<(theme: string) => void>(),
  tidy: vi.fn<() => void>(),
});

const commandsWith = (calls: ReturnType<typeof spies>, role: Role = 'editor') =>
  paletteCommandsOf({
    project: { id: 'a', name: 'Demo', role },
    projects: [
      { id: 'a', name: 'Demo', role },
      { id: 'b', name: 'Nordic', role: 'viewer' },
    ],
    pageCommands: [
      { id: 'tidy', label: 'Tidy up the canvas', icon: Wand2, run: calls.tidy },
      { id: 'pause', label: 'Pause the run', icon: Wand2, isFirst: true, run: calls.tidy },
    ],
    commands: featureCommands,
    navItems: navItemsOf({ phonesUrl: 'http://127.0.0.1:4000/' }),
    ...calls,
  });

it('offers every command, screen, other project and theme', () => {
  expect(commandsWith(spies()).map(({ label }) => label)).toEqual([
    'Pause the run',
    'Tidy up the canvas',
    'New scenario',
    'Import a scenario from a file',
    'Import customers',
    'Scenarios',
    'Runs',
    'Outbox',
    'Customers',
    'Carrier',
    'Settings',
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

it('keeps from viewers what they may not do', () => {
  expect(commandsWith(spies(), 'viewer').map(({ label }) => label)).not.toContain('New scenario');
  expect(commandsWith(spies(), 'viewer').map(({ label }) => label)).toContain('Customers');
});

it('does what it says', () => {
  const calls = spies();
  for (const command of commandsWith(calls)) command.run();
  expect(calls.follow.mock.calls).toEqual(featureCommands.map(({ link }) => [link]));
  expect(calls.goTo).toHaveBeenCalledTimes(6);
  expect(calls.openProject.mock.calls).toEqual([['b']]);
  expect(calls.setTheme.mock.calls).toEqual([['light'], ['dark'], ['system']]);
});

it('leads to the phones only where there are some', () => {
  expect(navItemsOf({ phonesUrl: null }).map(({ label }) => label)).toEqual([
    'Scenarios',
    'Runs',
    'Outbox',
    'Customers',
    'Settings',
  ]);
});
