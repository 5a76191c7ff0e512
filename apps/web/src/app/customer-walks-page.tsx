import { getRouteApi } from '@tanstack/react-router';
import { CustomerPage } from '../features/customers/customer-page.tsx';
import { CustomerWalks } from '../features/walks/customer-walks.tsx';

const route = getRouteApi('/projects/$projectId/customers/$customerId');

/** The page of one customer, with the scenarios they are in. */
export function CustomerWalksPage() {
  const { projectId, customerId } = route.useParams();
  return <CustomerPage scenarios={<CustomerWalks projectId={projectId} customerId={customerId} />} />;
}
