import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  notFound,
  redirect,
} from '@tanstack/react-router';
import { readListAddress } from '../features/scenarios/list/list-address.ts';
import { ownSearch } from '../lib/own-search.ts';
import { readSettingsAddress } from '../features/settings/settings-sections.ts';
import { isId } from '../lib/is-id.ts';
import { meQuery } from '../lib/me-query.ts';
import { readText } from '../lib/read-text.ts';
import { ProjectFrame } from './project-frame.tsx';
import { requireMe, requireSettledMe, returnSearch } from './require-me.ts';
import { RootLayout } from './root-layout.tsx';

interface RouterContext {
  readonly queryClient: QueryClient;
}

/** `?search=...` of a list. */
const readSearch = (search: Readonly<Record<string, unknown>>): { search?: string } => {
  const text = readText(search['search']);
  return text === '' ? {} : { search: text };
};

const rootRoute = createRootRouteWithContext<RouterContext>()({ component: RootLayout });

const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: async ({ context, location }) => {
    const me = await requireSettledMe(context.queryClient, location.href);
    const [only, another] = me.projects;
    if (only && !another)
      throw redirect({
        to: '/projects/$projectId/scenarios',
        params: { projectId: only.id },
        replace: true,
      });
    return { me };
  },
  component: lazyRouteComponent(
    () => import('../features/session/choose-project-page.tsx'),
    'ChooseProjectPage',
  ),
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search) => returnSearch(search['returnTo']),
  beforeLoad: async ({ context, search }) => {
    // Whoever was sent here is not signed in; whoever came by themselves may be.
    if (search.returnTo !== undefined) return;
    const me = await context.queryClient.ensureQueryData({ ...meQuery, retry: false }).catch(() => null);
    if (me) throw redirect({ to: '/', replace: true });
  },
  component: lazyRouteComponent(() => import('../features/session/sign-in-page.tsx'), 'SignInPage'),
});

const changePasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/change-password',
  validateSearch: (search) => returnSearch(search['returnTo']),
  beforeLoad: async ({ context, location }) => ({
    me: await requireMe(context.queryClient, location.href),
  }),
  component: lazyRouteComponent(
    () => import('../features/session/change-password-page.tsx'),
    'ChangePasswordPage',
  ),
});

const projectRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/projects/$projectId',
  beforeLoad: async ({ context, params, location }) => {
    const me = await requireSettledMe(context.queryClient, location.href);
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
  validateSearch: readListAddress,
  component: lazyRouteComponent(
    () => import('../features/scenarios/scenario-list-page.tsx'),
    'ScenarioListPage',
  ),
});

const scenarioRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/scenarios/$scenarioId',
  validateSearch: ownSearch<{ node?: string; show?: 'runs' }>((search) => {
    const node = readText(search['node']);
    return {
      ...(node === '' ? {} : { node }),
      ...(search['show'] === 'runs' ? { show: 'runs' } : {}),
    };
  }),
  beforeLoad: ({ params }) => {
    if (!isId(params.scenarioId)) throw notFound();
  },
  component: lazyRouteComponent(() => import('./scenario-page.tsx'), 'ScenarioPage'),
});

const runsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/runs',
  validateSearch: ownSearch<{ show?: 'going' }>((search) =>
    search['show'] === 'going' ? { show: 'going' } : {},
  ),
  component: lazyRouteComponent(() => import('../features/all-runs/all-runs-page.tsx'), 'AllRunsPage'),
});

const outboxRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/outbox',
  validateSearch: ownSearch<{ show?: 'waiting'; run?: string }>((search) => {
    const run = readText(search['run']);
    return { ...(search['show'] === 'waiting' ? { show: 'waiting' } : {}), ...(isId(run) ? { run } : {}) };
  }),
  component: lazyRouteComponent(() => import('../features/outbox/outbox-page.tsx'), 'OutboxPage'),
});

const customerListRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/customers',
  validateSearch: readSearch,
  component: lazyRouteComponent(
    () => import('../features/customers/customer-list-page.tsx'),
    'CustomerListPage',
  ),
});

const customerRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/customers/$customerId',
  validateSearch: ownSearch<{ events?: 'campaign' }>((search) =>
    search['events'] === 'campaign' ? { events: 'campaign' } : {},
  ),
  beforeLoad: ({ params }) => {
    if (!isId(params.customerId)) throw notFound();
  },
  component: lazyRouteComponent(() => import('./customer-walks-page.tsx'), 'CustomerWalksPage'),
});

const walkRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/walks/$walkId',
  beforeLoad: ({ params }) => {
    if (!isId(params.walkId)) throw notFound();
  },
  component: lazyRouteComponent(() => import('../features/walks/page/walk-page.tsx'), 'WalkPage'),
});

const importRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/customers/import',
  validateSearch: (search): { import?: string } => {
    const id = readText(search['import']);
    return id === '' ? {} : { import: id };
  },
  component: lazyRouteComponent(() => import('../features/imports/import-page.tsx'), 'ImportPage'),
});

const settingsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/settings',
  validateSearch: ownSearch(readSettingsAddress),
  component: lazyRouteComponent(() => import('../features/settings/settings-page.tsx'), 'SettingsPage'),
});

export const routeTree = rootRoute.addChildren([
  startRoute,
  signInRoute,
  changePasswordRoute,
  projectRoute.addChildren([
    projectStartRoute,
    scenarioListRoute,
    scenarioRoute,
    runsRoute,
    outboxRoute,
    customerListRoute,
    customerRoute,
    walkRoute,
    importRoute,
    settingsRoute,
  ]),
]);
