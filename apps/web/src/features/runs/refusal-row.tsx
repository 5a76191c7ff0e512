import type { RefusalCount } from '@curlew/contract';
import { describeRefusalType } from '@curlew/engine';
import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { classNames } from '../../lib/class-names.ts';
import { formatNumber } from '../../lib/format-number.ts';

export interface NamedCustomer {
  readonly id: string;
  readonly name: string;
}

interface RefusalRowProps {
  readonly projectId: string;
  readonly refusal: RefusalCount;
  readonly customers: readonly NamedCustomer[];
  readonly nodeName: string;
  /** A list of all of them; left out: only the first are known. */
  readonly renderWho?: ((refusal: RefusalCount) => ReactNode) | undefined;
}

/** One reason with how many; opens to say who they are, or the first of them. */
export function RefusalRow({ projectId, refusal, customers, nodeName, renderWho }: RefusalRowProps) {
  const [isOpen, setOpen] = useState(false);
  const reason = describeRefusalType(refusal.type);
  const more = refusal.count - customers.length;
  return (
    <>
      <tr className="border-b last:border-b-0">
        <td className="py-1.5 pr-3">
          {customers.length === 0 && !renderWho ? (
            reason
          ) : (
            <button
              type="button"
              aria-expanded={isOpen}
              title="Show who"
              className="-ml-1 inline-flex items-center gap-1 rounded-control pr-1 text-left hover:text-accent-ink"
              onClick={() => setOpen(!isOpen)}
            >
              <ChevronRight
                aria-hidden
                className={classNames(
                  'size-4 shrink-0 text-ink-faint transition-transform duration-(--motion-fast)',
                  isOpen && 'rotate-90',
                )}
              />
              {reason}
            </button>
          )}
        </td>
        <td className="py-1.5 pr-3 text-ink-muted">{nodeName}</td>
        <td className="py-1.5 text-right tabular-nums">{formatNumber(refusal.count)}</td>
      </tr>
      {isOpen && (
        <tr className="border-b last:border-b-0">
          <td colSpan={3} className="pt-0.5 pb-2 pl-4">
            {renderWho ? (
              <section aria-label={`Who: ${reason}`}>{renderWho(refusal)}</section>
            ) : (
              <ul aria-label={`Who: ${reason}`} className="flex flex-wrap gap-x-3 gap-y-1 text-12">
                {customers.map(({ id, name }) => (
                  <li key={id} className="min-w-0">
                    <Link
                      to="/projects/$projectId/customers/$customerId"
                      params={{ projectId, customerId: id }}
                      target="_blank"
                      className="rounded-control text-ink underline underline-offset-2 hover:no-underline"
                    >
                      {name}
                    </Link>
                  </li>
                ))}
                {more > 0 && <li className="text-ink-muted">and {formatNumber(more)} more</li>}
              </ul>
            )}
          </td>
        </tr>
      )}
    </>
  );
}
