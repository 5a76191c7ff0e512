import { readIsoTime } from './iso-time.ts';

/** ISO 8601 in UTC; a time without offset is in UTC already (Sinch SMS API; `timeUtc` of CM). Null when it is no time. */
export function readUtcTime(text: string): string | null {
  return readIsoTime(text) ?? readIsoTime(`${text}Z`);
}
