import type { Customer } from '@curlew/contract';
import { Card } from '../../../ui/card.tsx';
import { ConsentsCard } from './consents-card.tsx';
import { PhoneCard } from './phone-card.tsx';
import { PropertyList } from './property-list.tsx';

interface CustomerProfileProps {
  readonly projectId: string;
  readonly customer: Customer;
}

/** Who a customer is and how they may be reached. */
export function CustomerProfile({ projectId, customer }: CustomerProfileProps) {
  return (
    <>
      <PhoneCard projectId={projectId} customer={customer} />
      <Card title="Ids">
        <PropertyList
          properties={Object.entries(customer.ids).map(([kind, values]) => [
            kind,
            <span key={kind} className="font-mono text-12">
              {values.join(', ')}
            </span>,
          ])}
        />
      </Card>
      <ConsentsCard consents={customer.consents} />
    </>
  );
}
