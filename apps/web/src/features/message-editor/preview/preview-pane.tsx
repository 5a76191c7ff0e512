import { Users } from 'lucide-react';
import type { ComponentProps } from 'react';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { CustomerPreview } from './customer-preview.tsx';
import type { PreviewCustomer } from './use-preview-customer.ts';

interface PreviewPaneProps extends Omit<ComponentProps<typeof CustomerPreview>, 'customer'> {
  readonly chosen: PreviewCustomer;
}

/** The message as one customer would get it. */
export function PreviewPane({ chosen, ...props }: PreviewPaneProps) {
  if (chosen.status === 'loading') return <Skeleton label="Loading customers" />;
  if (chosen.status === 'error') return <ErrorState error={chosen.error} onRetry={chosen.retry} />;
  if (chosen.status === 'none') {
    return (
      <EmptyState
        icon={<Users />}
        sentence="No customers yet. Import some, and see here what each of them would read."
      />
    );
  }
  return <CustomerPreview {...props} customer={chosen.customer} />;
}
