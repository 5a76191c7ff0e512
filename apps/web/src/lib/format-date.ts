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
