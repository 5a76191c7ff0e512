import type { DateValue } from '../values/date-value.ts';

/** The locale a country code or language tag stands for: US is en-US. */
function localeOf(name: string): string | undefined {
  try {
    const isCountry = name.length === 2 && name === name.toUpperCase();
    // The most likely language of the country; with its script in the tag the country would be overlooked.
    const tag = isCountry ? `${new Intl.Locale(`und-${name}`).maximize().language}-${name}` : name;
    const [known] = Intl.DateTimeFormat.supportedLocalesOf(tag);
    return known;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const formats = new Map<string, Intl.DateTimeFormat | undefined>();
/** More than one render can ask for. */
const mostFormats = 700;

function formatFor(name: string, timeZone: string): Intl.DateTimeFormat | undefined {
  const key = `${name} ${timeZone}`;
  if (formats.has(key)) return formats.get(key);
  const locale = localeOf(name);
  const options = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const format = locale === undefined ? undefined : new Intl.DateTimeFormat(locale, options);
  if (formats.size >= mostFormats) formats.clear();
  formats.set(key, format);
  return format;
}

/** A day as people of a country ('US') or of a language ('cs', 'en-GB') write it; nothing for an unknown one. */
export function formatLocaleDate(date: DateValue, name: string): string | undefined {
  return formatFor(name, date.timeZone)?.format(date.milliseconds);
}
