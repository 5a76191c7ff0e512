const locale = 'en-GB';

const remembered = new Map<string, Intl.DateTimeFormat>();

// Making one is slow, and a list of moments asks for the same again and again.
const formatOf = (timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${timeZone} ${JSON.stringify(options)}`;
  const known = remembered.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
  remembered.set(key, known);
  return known;
};

const dayOptions = { weekday: 'short', day: 'numeric', month: 'short' } as const;
const clockOptions = { hour: '2-digit', minute: '2-digit' } as const;

/** Mon, 23 Nov, 09:00 on the clock of a zone; `at` in milliseconds since 1970. */
export const formatMomentIn = (at: number, timeZone: string): string =>
  formatOf(timeZone, { ...dayOptions, ...clockOptions }).format(at);

/** 2026-11-23T09:00 on the clock of a zone, as a field for day and time takes it. */
export const writeWallTime = (at: number, timeZone: string): string =>
  formatOf(timeZone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
    .format(at)
    .replace(/^(\d+)\/(\d+)\/(\d+), /, '$3-$2-$1T');
