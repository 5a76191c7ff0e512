import type { RevisionSummary } from '@curlew/contract';
import { formatDay } from '../../../lib/format-date.ts';

export interface Day {
  readonly title: string;
  readonly versions: readonly RevisionSummary[];
}

const dayMs = 86_400_000;

/** Today, Yesterday, 20 Nov 2026: in the time zone of the browser. */
const titleOf = (day: string, nowMs: number): string => {
  if (day === formatDay(new Date(nowMs))) return 'Today';
  return day === formatDay(new Date(nowMs - dayMs)) ? 'Yesterday' : day;
};

/** The versions by the day on which they were saved last, in the order in which they come. */
export const groupByDay = (versions: readonly RevisionSummary[], nowMs: number): readonly Day[] => {
  const groups = Map.groupBy(versions, ({ savedAt }) => formatDay(new Date(savedAt)));
  return [...groups].map(([day, own]) => ({ title: titleOf(day, nowMs), versions: own }));
};
