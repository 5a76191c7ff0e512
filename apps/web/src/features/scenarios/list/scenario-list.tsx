import type { ScenarioSort, ScenarioSummary } from '@curlew/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadMore } from '../../../ui/load-more.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { BulkBar } from '../table/bulk-bar.tsx';
import { ScenarioRowMenu } from '../table/scenario-row-menu.tsx';
import { ScenarioTable } from '../table/scenario-table.tsx';
import { useRowActions } from '../table/use-row-actions.tsx';
import { useSelection } from '../../../lib/use-selection.ts';
import type { ListAddress } from './list-address.ts';
import { scenarioListQuery } from './scenario-list-query.ts';

interface ScenarioListProps {
  readonly projectId: string;
  readonly address: ListAddress;
  readonly mayEdit: boolean;
  readonly onSort: (sort: ScenarioSort, order: 'asc' | 'desc') => void;
  /** What is shown where nothing is found. */
  readonly nothing: ReactNode;
}

/** The scenarios that the address asks for, and what can be done with those that are selected. */
export function ScenarioList({ projectId, address, mayEdit, onSort, nothing }: ScenarioListProps) {
  const list = useInfiniteQuery(scenarioListQuery(projectId, address));
  const scenarios = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const selection = useSelection(scenarios.map(({ id }) => id));
  const { act, dialog } = useRowActions(projectId);
  const selected = scenarios.filter(({ id }) => selection.has(id));
  const menuOf = (scenario: ScenarioSummary) => (
    <ScenarioRowMenu scenario={scenario} mayEdit={mayEdit} onAct={(action) => act(scenario, action)} />
  );

  return (
    <>
      {selected.length > 0 && (
        <BulkBar
          projectId={projectId}
          scenarios={selected}
          isArchive={address.status === 'archived'}
          onClear={() => selection.setAll(false)}
        />
      )}
      {list.isPending && <Skeleton label="Loading scenarios" rows={8} />}
      {list.isError && scenarios.length === 0 && (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.isSuccess && !list.isPlaceholderData && scenarios.length === 0 && nothing}
      {scenarios.length > 0 && (
        <>
          <ScenarioTable
            projectId={projectId}
            scenarios={scenarios}
            address={address}
            onSort={onSort}
            selection={mayEdit ? selection : null}
            menuOf={menuOf}
          />
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
      {dialog}
    </>
  );
}
