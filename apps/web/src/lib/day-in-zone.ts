/** The day it is somewhere, as `YYYY-MM-DD`. */
export const dayInZone = (at: Date, timeZone: string): string =>
  // The spelling of days in Sweden is that of ISO 8601.
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
