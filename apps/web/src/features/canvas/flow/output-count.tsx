import { formatNumber } from '../../../lib/format-number.ts';
import { countGap, countText, labelWidth } from './count-text.ts';

interface OutputCountProps {
  readonly count: number;
  /** From the top of the card, in px. */
  readonly top: number;
}

/** Who left by an output that leads nowhere. */
export function OutputCount({ count, top }: OutputCountProps) {
  const words = countText(count);
  return (
    <span
      className="output-count"
      title={`${formatNumber(count)} left here`}
      style={{ top, marginLeft: countGap, width: labelWidth(words) }}
    >
      {words}
    </span>
  );
}
