import { Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { CustomerPreview } from './customer-preview.tsx';
import type { MessagePreview } from './preview-message.ts';
import type { PreviewCustomer } from './use-preview-customer.ts';

interface PreviewPaneProps {
  readonly projectId: string;
  readonly chosen: PreviewCustomer;
  readonly preview: MessagePreview | null;
  readonly maximumParts: number;
  /** Stands where it matters which language version a customer gets. */
  readonly languageNote: ReactNode;
}

/** The message as one customer would get it. */
export function PreviewPane({ projectId, chosen, preview, maximumParts, languageNote }: PreviewPaneProps) {
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
  return (
    <CustomerPreview
      projectId={projectId}
      customer={chosen.customer}
      preview={preview}
      maximumParts={maximumParts}
      languageNote={languageNote}
    />
  );
}
