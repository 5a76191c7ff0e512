import { formatDay } from '../../../lib/format-date.ts';

interface Dated {
  /** ISO 8601 */
  readonly timestamp: string;
}

interface Day<Event> {
  readonly label: string;
  readonly events: readonly Event[];
}

const dayMs = 24 * 60 * 60 * 1_000;

/** Events in their order under the days of the browser's time zone: "Today", "Yesterday", "22 Nov 2026". */
export const groupByDay = <Event extends Dated>(
  events: readonly Event[],
  nowMs: number,
): readonly Day<Event>[] => {
  const today = formatDay(new Date(nowMs));
  const yesterday = formatDay(new Date(nowMs - dayMs));
  const days = Map.groupBy(events, ({ timestamp }) => formatDay(new Date(timestamp)));
  return [...days].map(([day, list]) => ({
    label: day === today ? 'Today' : day === yesterday ? 'Yesterday' : day,
    events: list,
  }));
};
