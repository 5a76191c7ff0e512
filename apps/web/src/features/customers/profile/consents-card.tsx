import type { Customer } from '@curlew/contract';
import { Check, X } from 'lucide-react';
import { Card } from '../../../ui/card.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { StatusPill } from '../../../ui/status-pill.tsx';

interface ConsentsCardProps {
  readonly consents: Customer['consents'];
}

export function ConsentsCard({ consents }: ConsentsCardProps) {
  return (
    <Card title="Consents">
      {consents.length === 0 ? (
        <p className="text-13 text-ink-muted">Never asked: no consent was given or taken back.</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {consents.map(({ categoryId, categoryName, status, since, source }) => (
            <li key={categoryId} className="flex items-start justify-between gap-4">
              <div className="min-w-0">
                <p className="truncate text-13 font-medium">{categoryName}</p>
                <p className="text-12 text-ink-faint">
                  <RelativeTime at={since} /> by {source}
                </p>
              </div>
              {status === 'granted' ? (
                <StatusPill tone="good" icon={<Check aria-hidden />}>
                  Granted
                </StatusPill>
              ) : (
                <StatusPill tone="neutral" icon={<X aria-hidden />}>
                  Revoked
                </StatusPill>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
