import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Plus, SearchX } from 'lucide-react';
import { useAddressText } from '../../lib/use-address-text.ts';
import { useMayActAs } from '../../lib/use-may-act-as.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { NewScenarioDialog } from './new-scenario-dialog.tsx';
import { NoScenarios } from './no-scenarios.tsx';
import { scenarioListQuery } from './scenario-list-query.ts';
import { ScenarioTable } from './scenario-table.tsx';

const route = getRouteApi('/projects/$projectId/scenarios');

/** All scenarios of a project, last edited first. */
export function ScenarioListPage() {
  const { projectId } = route.useParams();
  const { search: inAddress = '', isNew = false } = route.useSearch();
  const navigate = route.useNavigate();
  const mayEdit = useMayActAs(projectId, 'editor');
  const { text, settled, setText } = useAddressText(inAddress, (search) => {
    void navigate({ search: search === '' ? {} : { search }, replace: true });
  });
  const list = useInfiniteQuery(scenarioListQuery(projectId, settled.trim()));
  const scenarios = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const isEmpty = list.isSuccess && !list.isPlaceholderData && scenarios.length === 0;
  const hasNone = isEmpty && settled.trim() === '' && text === '';

  const setNew = (isOpen: boolean) =>
    void navigate({
      search: ({ search }) => ({ ...(search ? { search } : {}), ...(isOpen ? { isNew: true } : {}) }),
    });
  const newButton = mayEdit ? (
    <Button variant="primary" icon={<Plus />} onClick={() => setNew(true)}>
      New scenario
    </Button>
  ) : null;

  return (
    <Page title="Scenarios" layout="fill" actions={hasNone ? null : newButton}>
      {!hasNone && (
        <div className="border-b px-4 py-2">
          <SearchField label="Search scenarios" value={text} onChange={setText} />
        </div>
      )}
      {list.isPending && <Skeleton label="Loading scenarios" rows={8} />}
      {list.isError && scenarios.length === 0 && (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      )}
      {hasNone && <NoScenarios action={newButton} />}
      {isEmpty && !hasNone && (
        <EmptyState
          icon={<SearchX />}
          sentence={`No scenario has “${settled.trim()}” in its name.`}
          action={<Button onClick={() => setText('')}>Clear the search</Button>}
        />
      )}
      {scenarios.length > 0 && (
        <>
          <ScenarioTable projectId={projectId} scenarios={scenarios} />
          <LoadMore
            shown={scenarios.length}
            noun={scenarios.length === 1 ? 'scenario' : 'scenarios'}
            hasMore={list.hasNextPage}
            isLoading={list.isFetchingNextPage}
            error={list.isFetchNextPageError ? list.error : null}
            onLoad={() => void list.fetchNextPage()}
          />
        </>
      )}
      {isNew && mayEdit && <NewScenarioDialog projectId={projectId} onClose={() => setNew(false)} />}
    </Page>
  );
}
