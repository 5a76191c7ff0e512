import { calendarDate, parseExactJson } from '@curlew/jinja';

type Attributes = Readonly<Record<string, unknown>>;

/**
 * Attributes as templates take them, from stored JSON: numbers as they were written (20.0, 12345678901234567890) and the
 * attributes named in `dates` as dates, where they say one. Throws on text that is no JSON object.
 */
export const readAttributes = (json: string, dates: ReadonlySet<string>): Attributes => {
  const data = parseExactJson(json);
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw new Error(`attributes are a JSON object, not ${json.slice(0, 40)}`);
  }
  if (dates.size === 0) return { ...data };
  return Object.fromEntries(
    Object.entries(data).map(([name, value]: [string, unknown]) => {
      const date = dates.has(name) && typeof value === 'string' ? calendarDate(value) : undefined;
      return [name, date ?? value];
    }),
  );
};
