import { mayActAs } from '@curlew/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import { scenarioQuery } from '../features/canvas/scenario-query.ts';
import { ApiError } from '../lib/api-error.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { Page } from '../ui/page.tsx';
import { CanvasSkeleton } from './scenario/canvas-skeleton.tsx';
import { ScenarioWorkspace } from './scenario/scenario-workspace.tsx';
import { NotFoundPage } from './not-found-page.tsx';

const route = getRouteApi('/projects/$projectId/scenarios/$scenarioId');

/** The page of one scenario, with all that the features put into it. */
export function ScenarioPage() {
  const { projectId, scenarioId } = route.useParams();
  const { project } = route.useRouteContext();
  const { node, show } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: scenario, error, refetch } = useQuery(scenarioQuery(projectId, scenarioId));

  const openNode = useCallback(
    (nodeId: string | null) =>
      void navigate({ search: nodeId === null ? {} : { node: nodeId }, replace: true }),
    [navigate],
  );

  if (scenario)
    return (
      <ScenarioWorkspace
        projectId={projectId}
        scenario={scenario}
        isReadOnly={!mayActAs(project.role, 'editor')}
        openNodeId={node ?? null}
        onOpenNode={openNode}
        beginsWithRuns={show === 'runs'}
        onRunsClosed={() =>
          void navigate({
            search: ({ node: open }) => (open === undefined ? {} : { node: open }),
            replace: true,
          })
        }
        onOpenScenario={(id) =>
          void navigate({
            to: '/projects/$projectId/scenarios/$scenarioId',
            params: { projectId, scenarioId: id },
            search: {},
          })
        }
      />
    );

  if (error instanceof ApiError && error.code === 'not_found') return <NotFoundPage />;
  return (
    <Page
      title="Scenario"
      crumbs={[{ label: 'Scenarios', link: { to: '/projects/$projectId/scenarios', params: { projectId } } }]}
      layout="fill"
    >
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <CanvasSkeleton />}
    </Page>
  );
}
