/**
 * What becomes of a text sender in a country: `delivered` as far as known, `refused` or always replaced, `unreliable` where operators
 * differ, `registration` where it must be registered first.
 */
export type TextSenderFate = 'delivered' | 'refused' | 'unreliable' | 'registration';

/** The day the list was drawn up from the country pages of Telnyx, Bird, AWS and Twilio; operators change it without notice. */
export const TEXT_SENDERS_AS_OF = '2026-11-22';

const FATES: Readonly<Record<Exclude<TextSenderFate, 'delivered'>, readonly string[]>> = {
  refused: ['US', 'CA', 'PR', 'CN'],
  unreliable: ['BR', 'MX', 'AR', 'CL', 'CO', 'KR', 'TW', 'MY', 'ZA', 'NZ'],
  registration: ['SG', 'IN'],
};

const FATE_BY_COUNTRY: ReadonlyMap<string, TextSenderFate> = new Map(
  (['refused', 'unreliable', 'registration'] as const).flatMap((fate) =>
    FATES[fate].map((country) => [country, fate] as const),
  ),
);

/** Looks a country (ISO 3166-1 alpha-2) up, first in the account's own agreements. Never by calling code: +1 and +7 are many countries. */
export function findTextSenderFate(
  country: string,
  agreements: Readonly<Record<string, TextSenderFate>> = {},
): TextSenderFate {
  return (
    (Object.hasOwn(agreements, country) ? agreements[country] : undefined) ??
    FATE_BY_COUNTRY.get(country) ??
    'delivered'
  );
}
