const dayInMs = 86_400_000;

/** The "today" of the demo data. Fixed, so that the files do not depend on the day they are made. */
const baseTime = Date.UTC(2026, 10, 1);

/** How far back the events go. */
export const eventDays = 90;

/** The ISO date (`2026-10-31`) so many days before the base date. */
export function dateBefore(days: number): string {
  return new Date(baseTime - days * dayInMs).toISOString().slice(0, 10);
}

/** The whole days from an ISO date to the base date. */
export function daysSince(date: string): number {
  return Math.round((baseTime - Date.parse(date)) / dayInMs);
}

/** A moment in UTC milliseconds: so many days before the base date, at so many seconds after midnight. */
export function momentBefore(days: number, secondsOfDay: number): number {
  return baseTime - days * dayInMs + secondsOfDay * 1000;
}
