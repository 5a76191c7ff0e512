/** The mark between the items of a list inside one field (cookies, tags). */
export const listSeparator = '|';

/** RFC 4180, but with LF: a field is quoted only where it holds a comma, a quote or a line break. */
export function toCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((row) => `${row.map(toField).join(',')}\n`).join('');
}

function toField(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
