import { zoneOf } from '@curlew/scenario';
import type { CustomerFacts, MessageFacts } from './facts.ts';

/** The IANA zone that a setting means for a customer. */
export const customerZone = (
  setting: string,
  { attributes, phone }: CustomerFacts,
  { project }: MessageFacts,
): string => {
  const place = { timeZone: attributes['time_zone'], phoneCountry: phone.country ?? null };
  return zoneOf(setting, place, project.timeZone ?? 'UTC');
};
