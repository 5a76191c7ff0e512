import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FileUp, SearchX } from 'lucide-react';
import { projectQuery } from '../../lib/project-query.ts';
import { useAddressText } from '../../lib/use-address-text.ts';
import { useMayActAs } from '../../lib/use-may-act-as.ts';
import { buttonClass } from '../../ui/button-class.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { customerListQuery } from './customer-list-query.ts';
import { CustomerTable } from './customer-table.tsx';
import { NoCustomers } from './no-customers.tsx';

const route = getRouteApi('/projects/$projectId/customers');

/** All customers of a project. */
export function CustomerListPage() {
  const { projectId } = route.useParams();
  const { search: inAddress = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const mayEdit = useMayActAs(projectId, 'editor');
  const { text, settled, setText } = useAddressText(inAddress, (search) => {
    void navigate({ search: search === '' ? {} : { search }, replace: true });
  });
  const search = settled.trim();
  const project = useQuery(projectQuery(projectId));
  const list = useInfiniteQuery(customerListQuery(projectId, search));
  const customers = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const isEmpty = list.isSuccess && !list.isPlaceholderData && customers.length === 0;
  const hasNone = isEmpty && search === '' && text === '';

  const importLink = mayEdit ? (
    <Link
      to="/projects/$projectId/customers/import"
      params={{ projectId }}
      className={buttonClass('primary')}
    >
      <FileUp aria-hidden />
      Import customers
    </Link>
  ) : null;

  return (
    <Page title="Customers" layout="fill" actions={hasNone ? null : importLink}>
      {!hasNone && (
        <div className="border-b px-4 py-2">
          <SearchField
            label="Search customers"
            placeholder="Name, e-mail, phone or id"
            value={text}
            onChange={setText}
          />
        </div>
      )}
      {list.isPending && <Skeleton label="Loading customers" rows={12} />}
      {list.isError && customers.length === 0 && (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      )}
      {hasNone && <NoCustomers action={importLink} />}
      {isEmpty && !hasNone && (
        <EmptyState
          icon={<SearchX />}
          sentence={`No customer has “${search}” in their name, e-mail, phone or ids.`}
          action={<Button onClick={() => setText('')}>Clear the search</Button>}
        />
      )}
      {customers.length > 0 && (
        <>
          <CustomerTable projectId={projectId} customers={customers} />
          <LoadMore
            shown={customers.length}
            noun={customers.length === 1 ? 'customer' : 'customers'}
            total={search === '' ? (project.data?.customerCount ?? null) : null}
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
