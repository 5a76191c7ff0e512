import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { History } from 'lucide-react';
import { buttonClass } from '../../ui/button-class.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { Page } from '../../ui/page.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { allRunsQuery, type RunsShown } from './all-runs-query.ts';
import { RunTable } from './run-table.tsx';

const route = getRouteApi('/projects/$projectId/runs');

const shownOptions = [
  { value: 'all', label: 'All' },
  { value: 'going', label: 'Going on' },
] as const satisfies readonly { readonly value: RunsShown; readonly label: string }[];

const refreshMs = 10_000;

/** Every start of every scenario of the project, the newest first. */
export function AllRunsPage() {
  const { projectId } = route.useParams();
  const { show = 'all' } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery({
    ...allRunsQuery(projectId, show),
    refetchInterval: ({ state }) => (state.data && state.data.pages.length === 1 ? refreshMs : false),
  });
  const runs = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const isEmpty = list.isSuccess && runs.length === 0;
  const showAll = (next: RunsShown): void =>
    void navigate({ search: next === 'all' ? {} : { show: next }, replace: true });
  return (
    <Page title="Runs" layout="fill">
      {!(isEmpty && show === 'all') && (
        <div className="border-b px-4 py-2">
          <Segmented
            aria-label="Which runs"
            size="small"
            options={shownOptions}
            value={show}
            onChange={showAll}
          />
        </div>
      )}
      {list.isPending && <Skeleton label="Loading runs" rows={12} />}
      {list.isError && runs.length === 0 && (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      )}
      {isEmpty && show === 'all' && (
        <EmptyState
          icon={<History />}
          sentence="Nothing has run yet. Each start of a scenario is listed here, with how it went."
          action={
            <Link
              to="/projects/$projectId/scenarios"
              params={{ projectId }}
              className={buttonClass('primary')}
            >
              Show scenarios
            </Link>
          }
        />
      )}
      {isEmpty && show === 'going' && (
        <EmptyState
          icon={<History />}
          sentence="No run goes on at this moment."
          action={<Button onClick={() => showAll('all')}>Show all runs</Button>}
        />
      )}
      {runs.length > 0 && (
        <>
          <RunTable projectId={projectId} runs={runs} />
          <LoadMore
            shown={runs.length}
            noun={runs.length === 1 ? 'run' : 'runs'}
            hasMore={list.hasNextPage}
            isLoading={list.isFetchingNextPage}
            error={list.isFetchNextPageError ? list.error : null}
            onLoad={() => void list.fetchNextPage()}
          />
        </>
      )}
    </Page>
  );
}
