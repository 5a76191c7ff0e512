import { Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';

interface NoCustomersProps {
  /** The way to the import; null for those who may not. */
  readonly action: ReactNode;
}

/** In place of the list until there is a customer. */
export function NoCustomers({ action }: NoCustomersProps) {
  return (
    <EmptyState
      icon={<Users />}
      sentence="Customers are the people your messages go to. Import a CSV file with one row for each of them."
      action={action}
      sample={
        <pre className="overflow-x-auto font-mono text-12 leading-5 text-ink-muted">
          {'registered,first_name,phone,language\nC-1001,Jana,+421700000901,sk\nC-1002,Zoë,+4917604069027,de'}
        </pre>
      }
    />
  );
}
