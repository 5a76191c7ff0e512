import { Menu as MenuIcon, PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { classNames } from '../../lib/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import type { FrameProject } from './frame-project.ts';
import type { NavItem } from './nav-items.ts';
import { RailBody } from './rail-body.tsx';
import { useRailStore } from './rail-store.ts';
import { usePaletteKey } from './use-palette-key.ts';

const CommandPalette = lazy(async () => ({
  default: (await import('./command-palette.tsx')).CommandPalette,
}));

interface FrameProps {
  readonly person: { readonly name: string; readonly email: string };
  readonly project: FrameProject;
  readonly projects: readonly FrameProject[];
  readonly navItems: readonly NavItem[];
  readonly onSignOut: () => void;
  /** The screen: a Page. */
  readonly children: ReactNode;
}

/** The rail (a sheet where there is no room for it), the command palette, and the screen beside them. */
export function Frame({ children, ...content }: FrameProps) {
  const { isFolded, toggle } = useRailStore();
  const [isSheetOpen, setSheetOpen] = useState(false);
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  usePaletteKey(() => setPaletteOpen((isOpen) => !isOpen));

  const openPalette = () => {
    setSheetOpen(false);
    setPaletteOpen(true);
  };

  return (
    <div className="flex min-w-0 flex-1">
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-control bg-accent px-3 py-2 text-13 font-medium text-on-accent focus:translate-y-0"
      >
        Skip to content
      </a>

      <aside
        aria-label="Project"
        className={classNames(
          'flex shrink-0 flex-col border-r bg-surface-sunken transition-[width] duration-(--motion) max-md:hidden',
          isFolded ? 'w-14' : 'w-52',
        )}
      >
        <RailBody
          {...content}
          isFolded={isFolded}
          onOpenPalette={openPalette}
          foldButton={
            <IconButton
              label={isFolded ? 'Unfold the rail' : 'Fold the rail'}
              icon={isFolded ? <PanelLeftOpen /> : <PanelLeftClose />}
              tooltipSide="right"
              onClick={toggle}
            />
          }
        />
      </aside>

      <div className="fixed top-2 left-2 z-20 md:hidden">
        <IconButton
          label="Open the menu"
          icon={<MenuIcon />}
          tooltipSide="right"
          onClick={() => setSheetOpen(true)}
        />
      </div>
      <Sheet isOpen={isSheetOpen} onOpenChange={setSheetOpen} side="left" label="Menu">
        <RailBody
          {...content}
          isFolded={false}
          onOpenPalette={openPalette}
          onLeave={() => setSheetOpen(false)}
        />
      </Sheet>

      {children}

      <Suspense>
        {isPaletteOpen && (
          <CommandPalette
            project={content.project}
            projects={content.projects}
            navItems={content.navItems}
            onClose={() => setPaletteOpen(false)}
          />
        )}
      </Suspense>
    </div>
  );
}
