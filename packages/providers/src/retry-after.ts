const LONGEST_MS = 60 * 60 * 1000;
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** Milliseconds that a Retry-After header asks for (RFC 9110 §10.2.3), at most an hour; null when it says nothing. */
export function readRetryAfter(headers: Headers, now: number): number | null {
  const value = headers.get('retry-after') ?? '';
  if (/^\d{1,12}$/.test(value)) return Math.min(Number(value) * 1000, LONGEST_MS);
  const date = HTTP_DATE.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? null : Math.min(Math.max(date - now, 0), LONGEST_MS);
}
