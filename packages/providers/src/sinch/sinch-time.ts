import { readIsoTime } from '../iso-time.ts';

/** ISO 8601 in UTC; a time without offset is in UTC already (Sinch SMS API). Null when it is no time. */
export function readSinchTime(text: string): string | null {
  return readIsoTime(text) ?? readIsoTime(`${text}Z`);
}
