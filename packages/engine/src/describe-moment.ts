const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  });
  formats.set(timeZone, format);
  return format;
};

/** `24 Nov 2026, 09:00 (Europe/Bratislava)`; the moment in milliseconds since 1970. */
export const describeMoment = (moment: number, timeZone: string): string =>
  `${formatOf(timeZone).format(moment)} (${timeZone})`;
