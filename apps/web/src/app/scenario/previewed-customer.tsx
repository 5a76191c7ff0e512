import type { ReactNode } from 'react';
import type { TryCustomer } from '../../features/canvas/panel/kinds/kind-panel-props.ts';
import { CustomerPicker } from '../../features/message-editor/preview/customer-picker.tsx';
import { usePreviewCustomer } from '../../features/message-editor/preview/use-preview-customer.ts';
import { describeError } from '../../lib/error-sentences.ts';

interface PreviewedCustomerProps {
  readonly projectId: string;
  readonly children: (customer: TryCustomer) => ReactNode;
}

const noteClass = 'text-13 text-ink-muted';

/** The customer whom messages are previewed for, to try other things out with. */
export function PreviewedCustomer({ projectId, children }: PreviewedCustomerProps) {
  const chosen = usePreviewCustomer(projectId);
  switch (chosen.status) {
    case 'loading':
      return children({ id: null, picker: <p className={noteClass}>Loading customers…</p> });
    case 'none':
      return children({
        id: null,
        picker: <p className={noteClass}>No customers yet: import some first.</p>,
      });
    case 'error':
      return children({ id: null, picker: <p className={noteClass}>{describeError(chosen.error)}</p> });
    case 'ready':
      return children({
        id: chosen.customer.id,
        picker: <CustomerPicker projectId={projectId} customer={chosen.customer} />,
      });
  }
}
