import type { Import } from '@curlew/contract';
import { Link } from '@tanstack/react-router';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { formatCount, formatNumber } from '../../../lib/format-number.ts';
import { Banner } from '../../../ui/banner.tsx';
import { buttonClass } from '../../../ui/button-class.ts';
import { RefusedRows } from './refused-rows.tsx';

interface ResultStepProps {
  readonly projectId: string;
  readonly done: Import;
}

/** The last step: what became of the rows. */
export function ResultStep({ projectId, done }: ResultStepProps) {
  const { id, fileName, status, rowsRead, customersCreated, customersUpdated, rowsRefused, problem } = done;
  const hasFailed = status === 'failed';
  const numbers = [
    ['Customers created', customersCreated, ''],
    ['Customers updated', customersUpdated, ''],
    ['Rows refused', rowsRefused, rowsRefused > 0 ? 'text-bad' : ''],
  ] as const;
  const Icon = hasFailed ? TriangleAlert : CircleCheck;

  return (
    <div className="mx-auto flex w-full max-w-220 flex-col gap-6">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <div className="flex min-w-0 items-center gap-3">
          <Icon aria-hidden className={hasFailed ? 'size-5 text-bad' : 'size-5 text-good'} />
          <div className="min-w-0">
            <h2 className="truncate text-16 font-semibold">
              {hasFailed ? `${fileName} was not imported` : `${fileName} is imported`}
            </h2>
            <p className="text-13 text-ink-muted">{formatCount(rowsRead, 'row')} read</p>
          </div>
        </div>
        <div className="flex flex-wrap gap-2">
          <Link
            to="/projects/$projectId/customers/import"
            params={{ projectId }}
            className={buttonClass('secondary')}
          >
            Import another file
          </Link>
          <Link to="/projects/$projectId/customers" params={{ projectId }} className={buttonClass('primary')}>
            See customers
          </Link>
        </div>
      </div>
      {problem !== null && <Banner kind="error">{problem}</Banner>}
      <dl className="grid gap-px overflow-hidden rounded-card border bg-line md:grid-cols-3">
        {numbers.map(([label, count, tone]) => (
          <div key={label} className="flex flex-col-reverse bg-surface px-4 py-3">
            <dt className="text-12 text-ink-muted">{label}</dt>
            <dd className={`text-28 font-semibold tabular-nums ${tone}`}>{formatNumber(count)}</dd>
          </div>
        ))}
      </dl>
      {rowsRefused > 0 && <RefusedRows projectId={projectId} importId={id} />}
    </div>
  );
}
