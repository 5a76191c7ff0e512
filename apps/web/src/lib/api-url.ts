type Part = string | number | boolean;

// Params and queries come out of endpoint schemas as `unknown`; only what has one obvious spelling goes into a URL.
const isPart = (value: unknown): value is Part =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

const entriesOf = (values: unknown): readonly (readonly [string, unknown])[] =>
  typeof values === 'object' && values !== null ? Object.entries(values) : [];

/** `/api/things/:thingId` with its params filled in, and the query that is set. Throws when a param is missing. */
export const apiUrl = (path: string, params: unknown, query?: unknown): string => {
  const given = new Map(entriesOf(params));
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = given.get(name);
    if (!isPart(value)) throw new Error(`The path ${path} needs a value for ${name}.`);
    return encodeURIComponent(value);
  });

  const search = new URLSearchParams();
  for (const [name, value] of entriesOf(query)) {
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const one of values) if (isPart(one)) search.append(name, String(one));
  }
  return search.size === 0 ? filled : `${filled}?${search}`;
};
