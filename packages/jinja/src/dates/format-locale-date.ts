import type { DateValue } from '../values/date-value.ts';

/** The locale a country code or language tag stands for: US is en-US. */
function localeOf(name: string): string | undefined {
  try {
    const isCountry = name.length === 2 && name === name.toUpperCase();
    const locale = isCountry ? new Intl.Locale('und', { region: name }).maximize() : new Intl.Locale(name);
    const [known] = Intl.DateTimeFormat.supportedLocalesOf(locale.toString());
    return known;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** A day as people of a country ('US') or of a language ('cs', 'en-GB') write it; nothing for an unknown one. */
export function formatLocaleDate(date: DateValue, name: string): string | undefined {
  const locale = localeOf(name);
  if (locale === undefined) return undefined;
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: date.timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return format.format(date.milliseconds);
}
