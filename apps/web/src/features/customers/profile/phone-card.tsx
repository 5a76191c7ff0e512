import type { Customer } from '@curlew/contract';
import { Link } from '@tanstack/react-router';
import { Card } from '../../../ui/card.tsx';
import { describeUnusable } from '../describe-unusable.ts';
import { useMayActAs } from '../../../lib/use-may-act-as.ts';
import { PhoneProblemPill } from '../phone-problem-pill.tsx';
import { ClearUnusable } from './clear-unusable.tsx';

interface PhoneCardProps {
  readonly projectId: string;
  readonly customer: Customer;
}

const advice: { readonly [P in NonNullable<Customer['phoneProblem']>]: string } = {
  no_phone: 'No SMS can be sent. Import a number for this customer.',
  invalid_phone: 'No SMS can be sent. Write the number with + and the country code, as +421700000901.',
  invalid_contact:
    'No SMS is sent to this number while it is marked. Import another number for this customer, or take the mark away if this one works again.',
  us_not_enabled: 'No SMS is sent to numbers of the US until an owner switches that on.',
};

/** The number as it came, as it is sent to, and what is wrong with it. */
export function PhoneCard({ projectId, customer }: PhoneCardProps) {
  const mayAct = useMayActAs(projectId, 'editor');
  const maySwitch = useMayActAs(projectId, 'owner');
  const { phone, phoneE164, phoneProblem } = customer;
  return (
    <Card title="Phone">
      <div className="flex flex-col gap-2">
        {phone !== null && <p className="font-mono text-16 font-medium">{phoneE164 ?? phone}</p>}
        {phoneE164 !== null && phoneE164 !== phone && (
          <p className="text-12 text-ink-faint">
            Given as <span className="font-mono">{phone}</span>
          </p>
        )}
        {phoneProblem !== null && (
          <>
            <div>
              <PhoneProblemPill problem={phoneProblem} />
            </div>
            {customer.isUnusable && <p className="text-12">{describeUnusable(customer)}</p>}
            <p className="text-12 text-ink-muted">
              {advice[phoneProblem]}{' '}
              {phoneProblem === 'us_not_enabled' && maySwitch && (
                <Link
                  to="/projects/$projectId/settings"
                  params={{ projectId }}
                  search={{ section: 'us-numbers' }}
                  className="rounded-control text-ink underline underline-offset-2 hover:no-underline"
                >
                  Open the setting
                </Link>
              )}
            </p>
            {customer.isUnusable && mayAct && <ClearUnusable projectId={projectId} customer={customer} />}
          </>
        )}
      </div>
    </Card>
  );
}
