import type { Customer } from '@curlew/contract';
import { Card } from '../../../ui/card.tsx';
import { PhoneProblemPill } from '../phone-problem-pill.tsx';

interface PhoneCardProps {
  readonly customer: Customer;
}

const advice: { readonly [P in NonNullable<Customer['phoneProblem']>]: string } = {
  no_phone: 'No SMS can be sent. Import a number for this customer.',
  invalid_phone: 'No SMS can be sent. Write the number with + and the country code, as +421700000901.',
  us_not_enabled: 'No SMS is sent to numbers of the US until an owner switches that on.',
};

/** The number as it came, as it is sent to, and what is wrong with it. */
export function PhoneCard({ customer }: PhoneCardProps) {
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
            <p className="text-12 text-ink-muted">{advice[phoneProblem]}</p>
          </>
        )}
      </div>
    </Card>
  );
}
