import { useNavigate } from '@tanstack/react-router';
import { ChevronsUpDown } from 'lucide-react';
import { Initials } from '../../ui/initials.tsx';
import { Menu } from '../../ui/menu.tsx';
import { MenuRadioItems } from '../../ui/menu-radio-items.tsx';
import type { FrameProject } from './frame-project.ts';
import { railRowClass } from './rail-row-class.ts';

interface ProjectSwitcherProps {
  readonly project: FrameProject;
  readonly projects: readonly FrameProject[];
  readonly isFolded: boolean;
}

export function ProjectSwitcher({ project, projects, isFolded }: ProjectSwitcherProps) {
  const navigate = useNavigate();
  return (
    <Menu
      align="start"
      side={isFolded ? 'right' : 'bottom'}
      trigger={
        <button type="button" className={railRowClass(isFolded)}>
          <span className="sr-only">Project {isFolded && project.name}</span>
          {isFolded ? (
            <Initials name={project.name} shape="square" />
          ) : (
            <>
              <span className="flex-1 truncate text-left text-ink">{project.name}</span>
              <ChevronsUpDown className="text-ink-faint" />
            </>
          )}
        </button>
      }
    >
      <MenuRadioItems
        label="Projects"
        items={projects.map(({ id, name }) => ({ value: id, label: name }))}
        value={project.id}
        onChange={(projectId) => void navigate({ to: '/projects/$projectId', params: { projectId } })}
      />
    </Menu>
  );
}
