import { CircleAlert, TriangleAlert } from 'lucide-react';
import { formatCount } from '../../../lib/format-number.ts';
import { StatusPill } from '../../../ui/status-pill.tsx';
import type { ProblemCount } from './count-problems.ts';

interface ProblemBadgeProps {
  readonly problems: ProblemCount;
}

/** The number of problems: red when they forbid the start, else amber. */
export function ProblemBadge({ problems: { errors, warnings } }: ProblemBadgeProps) {
  const count = errors + warnings;
  return (
    <StatusPill
      tone={errors > 0 ? 'bad' : 'warn'}
      icon={errors > 0 ? <CircleAlert aria-hidden /> : <TriangleAlert aria-hidden />}
    >
      <span aria-hidden>{count}</span>
      <span className="sr-only">{formatCount(count, 'problem')}</span>
    </StatusPill>
  );
}
