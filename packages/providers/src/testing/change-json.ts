type Path = readonly string[];

/** The paths of everything in a JSON value, itself first. */
export function listPlaces(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => listPlaces(part, [...path, key]))];
}

/** A copy with another value at a place; undefined takes it out, as from the wire. */
export function changeAt(value: unknown, [key, ...rest]: Path, next: unknown): unknown {
  if (key === undefined) return next;
  const copy = { ...(value as Record<string, unknown>) };
  return JSON.parse(JSON.stringify({ ...copy, [key]: changeAt(copy[key], rest, next) }));
}
