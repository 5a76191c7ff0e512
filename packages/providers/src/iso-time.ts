const ISO_TIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(?:Z|([+-]\d{2}):?(\d{2}))$/;

/** ISO 8601 in UTC. Null when it is no time, or one without an offset: that could be any of 38 times. */
export function readIsoTime(text: string): string | null {
  const [, local, hours, minutes] = ISO_TIME.exec(text) ?? [];
  if (local === undefined) return null;
  const time = Date.parse(`${local}${hours === undefined ? 'Z' : `${hours}:${minutes}`}`);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
