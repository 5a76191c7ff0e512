import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../../lib/class-names.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { Logo } from '../../ui/logo.tsx';
import type { FrameProject } from './frame-project.ts';
import { modifierKey } from './modifier-key.ts';
import type { NavItem } from './nav-items.ts';
import { NavLink } from './nav-link.tsx';
import { ProjectSwitcher } from './project-switcher.tsx';
import { railRowClass } from './rail-row-class.ts';
import { RailTip } from './rail-tip.tsx';
import { UserMenu } from './user-menu.tsx';

interface RailBodyProps {
  readonly person: { readonly name: string; readonly email: string };
  readonly project: FrameProject;
  readonly projects: readonly FrameProject[];
  readonly navItems: readonly NavItem[];
  readonly isFolded: boolean;
  readonly onOpenPalette: () => void;
  readonly onSignOut: () => void;
  /** The way to another screen was taken. */
  readonly onLeave?: () => void;
  readonly foldButton?: ReactNode;
}

/** From top to bottom: which project, the way to everything, the screens, who is signed in. */
export function RailBody(props: RailBodyProps) {
  const { person, project, projects, navItems, isFolded, onOpenPalette, onSignOut, onLeave, foldButton } =
    props;
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-hidden p-2">
      <div className="flex flex-col gap-1">
        <div
          className={classNames(
            'flex h-8 items-center gap-2 text-14 font-semibold',
            isFolded ? 'justify-center' : 'px-2',
          )}
        >
          <Logo />
          {!isFolded && 'Curlew'}
        </div>
        <ProjectSwitcher project={project} projects={projects} isFolded={isFolded} />
      </div>

      <RailTip text={isFolded ? 'Search and commands' : null}>
        <button
          type="button"
          onClick={onOpenPalette}
          className={railRowClass(isFolded)}
          {...(isFolded ? { 'aria-label': 'Search and commands' } : {})}
        >
          <Search />
          {!isFolded && (
            <>
              <span className="flex-1 text-left">Search</span>
              <span className="max-md:hidden">
                <Kbd keys={[modifierKey(), 'K']} />
              </span>
            </>
          )}
        </button>
      </RailTip>

      <nav aria-label="Screens" className="flex min-h-0 flex-1 flex-col gap-0.5 overflow-y-auto">
        {navItems.map((item) => (
          <NavLink
            key={item.label}
            item={item}
            projectId={project.id}
            isFolded={isFolded}
            onLeave={onLeave}
          />
        ))}
      </nav>

      <div className={isFolded ? 'flex flex-col items-center gap-1' : 'flex items-center gap-1'}>
        <UserMenu person={person} isFolded={isFolded} onSignOut={onSignOut} />
        {foldButton}
      </div>
    </div>
  );
}
