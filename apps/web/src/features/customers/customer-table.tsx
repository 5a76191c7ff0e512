import type { CustomerSummary } from '@curlew/contract';
import { Table } from '../../ui/table.tsx';
import { CustomerRow } from './customer-row.tsx';

interface CustomerTableProps {
  readonly projectId: string;
  readonly customers: readonly CustomerSummary[];
}

export function CustomerTable({ projectId, customers }: CustomerTableProps) {
  return (
    <Table label="Customers">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Phone</th>
          <th scope="col" className="max-md:hidden">
            E-mail
          </th>
          <th scope="col" className="max-md:hidden">
            Language
          </th>
          <th scope="col" className="max-md:hidden">
            Country
          </th>
        </tr>
      </thead>
      <tbody>
        {customers.map((customer) => (
          <CustomerRow key={customer.id} projectId={projectId} customer={customer} />
        ))}
      </tbody>
    </Table>
  );
}
