import { useNavigate } from '@tanstack/react-router';
import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { Command as FeatureCommand } from '../../lib/command.ts';
import { usePageCommandsStore } from '../../lib/page-commands.ts';
import { useThemeStore } from '../../lib/theme-store.ts';
import { scrimClass } from '../../ui/dialog-class.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { featureCommands } from './feature-commands.ts';
import type { FrameProject } from './frame-project.ts';
import type { NavItem } from './nav-items.ts';
import { type PaletteCommand, paletteCommandsOf } from './palette-commands.ts';

interface CommandPaletteProps {
  readonly project: FrameProject;
  readonly projects: readonly FrameProject[];
  readonly navItems: readonly NavItem[];
  readonly onClose: () => void;
}

/** Everything by its name, from the keyboard. */
export function CommandPalette({ project, projects, navItems, onClose }: CommandPaletteProps) {
  const navigate = useNavigate();
  const returnFocus = useReturnFocus();
  const pageCommands = usePageCommandsStore((state) => state.lists).flat();
  const setTheme = useThemeStore((state) => state.setTheme);
  const goTo = (item: NavItem) => {
    if (item.kind === 'window') window.open(item.href, '_blank', 'noreferrer');
    else void navigate({ to: item.to, params: { projectId: project.id } });
  };
  const openProject = (projectId: string) =>
    void navigate({ to: '/projects/$projectId', params: { projectId } });
  const follow = (link: FeatureCommand['link']) =>
    void navigate({ ...link, params: { projectId: project.id } });
  const groups = Map.groupBy(
    paletteCommandsOf({
      project,
      projects,
      pageCommands,
      commands: featureCommands,
      navItems,
      follow,
      goTo,
      openProject,
      setTheme,
    }),
    ({ group }) => group,
  );
  const choose = ({ run }: PaletteCommand) => {
    onClose();
    run();
  };

  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Portal>
        <Dialog.Overlay className={scrimClass} />
        <Dialog.Content
          {...returnFocus}
          aria-describedby={undefined}
          className="fixed top-[12vh] left-1/2 z-40 w-[calc(100vw-2rem)] max-w-140 -translate-x-1/2 animate-appear overflow-hidden rounded-card border bg-surface-raised text-ink shadow-float"
        >
          <Dialog.Title className="sr-only">Search and commands</Dialog.Title>
          <Command label="Search and commands" loop>
            <div className="flex items-center gap-2 border-b px-3">
              <Search aria-hidden className="size-4 text-ink-faint" />
              <Command.Input
                placeholder="Go to, open, change"
                className="h-11 flex-1 bg-transparent text-14 outline-none"
              />
            </div>
            <Command.List className="max-h-80 overflow-y-auto p-1">
              <Command.Empty className="px-2 py-6 text-center text-13 text-ink-muted">
                Nothing has this name.
              </Command.Empty>
              {[...groups].map(([group, commands]) => (
                <Command.Group
                  key={group}
                  heading={group}
                  className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-12 [&_[cmdk-group-heading]]:text-ink-faint"
                >
                  {commands.map((command) => (
                    <Command.Item
                      key={command.id}
                      value={command.label}
                      onSelect={() => choose(command)}
                      className="flex h-8 items-center gap-2 rounded-control px-2 text-13 data-[selected=true]:bg-surface-hover"
                    >
                      <command.icon aria-hidden className="size-4 text-ink-muted" />
                      {command.label}
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
