import type { SmsCount } from '@curlew/sms';
import { formatCount, formatNumber } from '../../../lib/format-number.ts';

type Counted = Pick<SmsCount, 'encoding' | 'parts' | 'capacity' | 'unitsInLastPart'>;

export interface CountWords {
  readonly encoding: 'GSM-7' | 'Unicode';
  /** Units used of the last part: "148 of 160". */
  readonly units: string;
  /** "1 part of 3"; only "2 parts" where the warning says the rest. */
  readonly parts: string;
  /** Null while the message fits. */
  readonly warning: string | null;
}

/** The counter of a message, in words. */
export const describeCount = (count: Counted, maximumParts: number): CountWords => {
  const parts = formatCount(count.parts.length, 'part');
  const isOver = count.parts.length > maximumParts;
  return {
    encoding: count.encoding === 'GSM-7' ? 'GSM-7' : 'Unicode',
    units: `${formatNumber(count.unitsInLastPart)} of ${formatNumber(count.capacity)}`,
    parts: isOver ? parts : `${parts} of ${maximumParts}`,
    warning: isOver ? `${parts}, ${maximumParts} allowed: this will not be sent` : null,
  };
};
