import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Outlet } from '@tanstack/react-router';
import { projectQuery } from '../lib/project-query.ts';
import { Frame } from './frame/frame.tsx';
import { navItemsOf } from './frame/nav-items.ts';
import { signOut } from '../features/session/sign-out.ts';

const route = getRouteApi('/projects/$projectId');

/** Every screen of a project stands in this. */
export function ProjectFrame() {
  const { me, project } = route.useRouteContext();
  const { data: details } = useQuery(projectQuery(project.id));
  const phonesUrl = details?.integrations.find((integration) => integration.phonesUrl)?.phonesUrl ?? null;

  return (
    <Frame
      person={me.user}
      project={project}
      projects={me.projects}
      navItems={navItemsOf({ phonesUrl })}
      onSignOut={() => void signOut()}
    >
      <Outlet />
    </Frame>
  );
}
