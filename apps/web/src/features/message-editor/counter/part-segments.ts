import type { SmsCount } from '@curlew/sms';

/** One part in the bar: how full it is, and whether it may be sent. */
export interface PartSegment {
  readonly index: number;
  /** From 0 to 1. */
  readonly fill: number;
  readonly isOver: boolean;
}

const mostSegments = 24;

/** The parts of a message and the ones that are still allowed; at most 24, for more cannot be told apart. */
export const partSegments = (
  { parts, capacity }: Pick<SmsCount, 'parts' | 'capacity'>,
  maximumParts: number,
): PartSegment[] =>
  Array.from({ length: Math.min(Math.max(parts.length, maximumParts), mostSegments) }, (_, index) => ({
    index,
    fill: (parts[index]?.units ?? 0) / capacity,
    isOver: index >= maximumParts,
  }));
