import type { SmsCount } from '@curlew/sms';
import { TriangleAlert } from 'lucide-react';
import { classNames } from '../../../lib/class-names.ts';
import { describeCount } from './describe-count.ts';
import { PartsBar } from './parts-bar.tsx';

interface CounterProps {
  /** What is counted, for screen readers: "Length of the message". */
  readonly label: string;
  readonly count: Pick<SmsCount, 'encoding' | 'parts' | 'capacity' | 'unitsInLastPart'>;
  readonly maximumParts: number;
}

/** Encoding, units of the last part, and parts of those allowed. */
export function Counter({ label, count, maximumParts }: CounterProps) {
  const { encoding, units, parts, warning } = describeCount(count, maximumParts);
  return (
    <section aria-label={label} className="flex min-w-0 flex-col gap-1">
      <p className="flex flex-wrap items-baseline gap-x-3 text-13 text-ink">
        <span className={classNames('font-medium', encoding === 'Unicode' && 'highlight-unicode px-1')}>
          {encoding}
        </span>
        <span title="Units used of the last part">{units}</span>
        <span className={warning === null ? '' : 'font-medium text-bad'}>{parts}</span>
      </p>
      <PartsBar count={count} maximumParts={maximumParts} />
      {warning !== null && (
        <p className="flex items-center gap-1 text-12 text-bad">
          <TriangleAlert aria-hidden className="size-4 shrink-0" />
          {warning}
        </p>
      )}
    </section>
  );
}
