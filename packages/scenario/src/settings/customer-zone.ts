import { countryZones } from './country-zones.ts';
import { isClock } from './time-zone.ts';

/** What is known of where a customer is. */
export interface CustomerPlace {
  /** The attribute `time_zone`, whatever it holds. */
  readonly timeZone: unknown;
  /** Country of the phone number, ISO 3166-1 alpha-2; null where it is not known. */
  readonly phoneCountry: string | null;
}

/**
 * The IANA zone that a setting means: one named, the project's, or the customer's, which is the one they have, else the main one of
 * their phone number's country, else the project's.
 */
export const zoneOf = (setting: string, place: CustomerPlace, projectZone: string): string => {
  if (setting === 'project') return projectZone;
  if (setting !== 'customer') return isClock(setting) ? setting : projectZone;
  const own = typeof place.timeZone === 'string' ? place.timeZone.trim() : '';
  if (isClock(own)) return own;
  return countryZones.get(place.phoneCountry ?? '') ?? projectZone;
};
