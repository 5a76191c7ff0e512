import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  notFound,
  redirect,
} from '@tanstack/react-router';
import { meQuery } from '../lib/me-query.ts';
import { NoProjectPage } from './no-project-page.tsx';
import { ProjectFrame } from './project-frame.tsx';
import { RootLayout } from './root-layout.tsx';

interface RouterContext {
  readonly queryClient: QueryClient;
}

const rootRoute = createRootRouteWithContext<RouterContext>()({ component: RootLayout });

const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: async ({ context }) => {
    const { projects } = await context.queryClient.ensureQueryData(meQuery);
    const [first] = projects;
    if (first)
      throw redirect({
        to: '/projects/$projectId/scenarios',
        params: { projectId: first.id },
        replace: true,
      });
  },
  component: NoProjectPage,
});

const projectRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/projects/$projectId',
  beforeLoad: async ({ context, params }) => {
    const me = await context.queryClient.ensureQueryData(meQuery);
    const project = me.projects.find(({ id }) => id === params.projectId);
    if (!project) throw notFound();
    return { me, project };
  },
  component: ProjectFrame,
});

const projectStartRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/projects/$projectId/scenarios', params, replace: true });
  },
});

const scenarioListRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/scenarios',
  component: lazyRouteComponent(
    () => import('../features/scenarios/scenario-list-page.tsx'),
    'ScenarioListPage',
  ),
});

const customerListRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/customers',
  component: lazyRouteComponent(
    () => import('../features/customers/customer-list-page.tsx'),
    'CustomerListPage',
  ),
});

export const routeTree = rootRoute.addChildren([
  startRoute,
  projectRoute.addChildren([projectStartRoute, scenarioListRoute, customerListRoute]),
]);
