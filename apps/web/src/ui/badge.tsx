import { formatCompact, formatNumber } from '../lib/format-number.ts';
import { classNames } from '../lib/class-names.ts';
import { type Tone, toneClasses } from './tone.ts';

interface BadgeProps {
  readonly count: number;
  /** What is counted, for screen readers: "problems". */
  readonly label: string;
  readonly tone?: Tone;
}

/** A number on something. */
export function Badge({ count, label, tone = 'neutral' }: BadgeProps) {
  return (
    <span
      className={classNames(
        'inline-flex h-5 align-middle min-w-5 items-center justify-center rounded-full px-1 text-12 font-medium',
        toneClasses[tone],
      )}
      title={`${formatNumber(count)} ${label}`}
    >
      {formatCompact(count)}
      <span className="sr-only"> {label}</span>
    </span>
  );
}
