import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ErrorState } from '../../ui/error-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { customerQuery } from './customer-query.ts';
import { AttributesCard } from './profile/attributes-card.tsx';
import { CustomerProfile } from './profile/customer-profile.tsx';
import { shownAttributes } from './shown-attributes.ts';
import { Timeline } from './timeline/timeline.tsx';

const route = getRouteApi('/projects/$projectId/customers/$customerId');

interface CustomerPageProps {
  /** The scenarios they are and were in. */
  readonly scenarios: ReactNode;
}

/** One customer: what is known of them, and what happened with them. */
export function CustomerPage({ scenarios }: CustomerPageProps) {
  const { projectId, customerId } = route.useParams();
  const { events = 'all' } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: customer, error, isPending, refetch } = useQuery(customerQuery(projectId, customerId));

  return (
    <Page
      title={customer?.name ?? 'Customer'}
      crumbs={[{ label: 'Customers', link: { to: '/projects/$projectId/customers', params: { projectId } } }]}
    >
      {isPending && <Skeleton label="Loading the customer" rows={8} />}
      {error && !customer && <ErrorState error={error} onRetry={() => void refetch()} />}
      {customer && (
        <div className="grid w-full max-w-300 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem] lg:grid-rows-[auto_1fr]">
          <div className="grid gap-4 lg:col-start-2">
            <CustomerProfile projectId={projectId} customer={customer} />
            {scenarios}
          </div>
          {/* After who it is and before all the rest, where there is one column only. */}
          <div className="min-w-0 lg:col-start-1 lg:row-span-2 lg:row-start-1">
            <Timeline
              projectId={projectId}
              customerId={customerId}
              filter={events}
              onFilter={(filter) =>
                void navigate({ search: filter === 'all' ? {} : { events: filter }, replace: true })
              }
            />
          </div>
          <div className="min-w-0 lg:col-start-2">
            <AttributesCard attributes={shownAttributes(customer.exactAttributes)} />
          </div>
        </div>
      )}
    </Page>
  );
}
