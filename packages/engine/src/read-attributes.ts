import { calendarDate, isExactInJavaScript, parseExactJson } from '@curlew/jinja';

type Attributes = Readonly<Record<string, unknown>>;

/** A value as templates take it under a name that is taken for a date: a date where it says one. */
export const readDateAttribute = (value: unknown): unknown =>
  (typeof value === 'string' ? calendarDate(value) : undefined) ?? value;

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
    Object.entries(data).map(([name, value]: [string, unknown]) => [
      name,
      dates.has(name) ? readDateAttribute(value) : value,
    ]),
  );
};

/**
 * The same together with the attributes as filters ask them, as JSON.parse gives them: `stored` is left out where they are the
 * same, so that most texts are read once.
 */
export const readStoredAttributes = (
  json: string,
  dates: ReadonlySet<string>,
): { readonly attributes: Attributes; readonly stored?: Attributes } => {
  const attributes = readAttributes(json, dates);
  if (dates.size === 0 && isExactInJavaScript(json)) return { attributes };
  // It was an object a line before.
  return { attributes, stored: JSON.parse(json) as Attributes };
};
