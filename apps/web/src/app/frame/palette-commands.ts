import { mayActAs } from '@curlew/contract';
import type { LucideIcon } from 'lucide-react';
import { FolderOpen } from 'lucide-react';
import type { Command } from '../../lib/command.ts';
import type { PageCommand } from '../../lib/page-commands.ts';
import type { Theme } from '../../lib/theme-store.ts';
import type { FrameProject } from './frame-project.ts';
import type { NavItem } from './nav-items.ts';
import { themes } from './themes.ts';

export interface PaletteCommand {
  readonly id: string;
  readonly group: 'On this page' | 'Do' | 'Go to' | 'Projects' | 'Theme';
  readonly label: string;
  readonly icon: LucideIcon;
  readonly run: () => void;
}

interface PaletteInput {
  readonly project: FrameProject;
  readonly projects: readonly FrameProject[];
  readonly pageCommands: readonly PageCommand[];
  readonly commands: readonly Command[];
  readonly navItems: readonly NavItem[];
  readonly follow: (link: Command['link']) => void;
  readonly goTo: (item: NavItem) => void;
  readonly openProject: (projectId: string) => void;
  readonly setTheme: (theme: Theme) => void;
}

/** All that the command palette offers, in order. */
export const paletteCommandsOf = (input: PaletteInput): readonly PaletteCommand[] => [
  ...input.pageCommands
    .toSorted((one, other) => Number(other.isFirst ?? false) - Number(one.isFirst ?? false))
    .map(({ id, label, icon, run }) => ({ id, label, icon, run, group: 'On this page' as const })),
  ...input.commands
    .filter(({ atLeast }) => mayActAs(input.project.role, atLeast))
    .map(({ id, label, icon, link }) => ({
      id,
      group: 'Do' as const,
      label,
      icon,
      run: () => input.follow(link),
    })),
  ...input.navItems.map((item) => ({
    id: `go-${item.label}`,
    group: 'Go to' as const,
    label: item.label,
    icon: item.icon,
    run: () => input.goTo(item),
  })),
  ...input.projects
    .filter(({ id }) => id !== input.project.id)
    .map(({ id, name }) => ({
      id: `project-${id}`,
      group: 'Projects' as const,
      label: `Open ${name}`,
      icon: FolderOpen,
      run: () => input.openProject(id),
    })),
  ...themes.map(({ value, label, icon }) => ({
    id: `theme-${value}`,
    group: 'Theme' as const,
    label: `Theme: ${label.toLowerCase()}`,
    icon,
    run: () => input.setTheme(value),
  })),
];
