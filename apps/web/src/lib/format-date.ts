const locale = 'en-GB';

const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
const moment = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** 10:42, in the time zone of the browser */
export const formatClock = (at: Date): string => clock.format(at);

/** 22 Nov 2026 */
export const formatDay = (at: Date): string => day.format(at);

/** 22 Nov 2026, 10:42:05 */
export const formatMoment = (at: Date): string => moment.format(at);

/** Mon 30 Nov 2026, 09:00, on the clock of an IANA zone: one formatter for many moments, which is dear to make */
export const formatInZone = (timeZone: string): ((at: Date) => string) => {
  const format = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (at) => format.format(at);
};
