import { Page } from '../../ui/page.tsx';

export function CustomerListPage() {
  return <Page title="Customers">{null}</Page>;
}
