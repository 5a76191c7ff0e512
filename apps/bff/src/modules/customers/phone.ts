import type { CustomerFacts } from '@curlew/engine';
import { isUsNumber, normalisePhone } from '@curlew/sms/phone';
import { readRawPhone } from './raw-phone.ts';

type Attributes = Readonly<Record<string, unknown>>;

/** What sending needs to know of a customer's phone; kept beside the attributes so that no walk parses a number. */
export interface PhoneDescription {
  /** Null when the attribute is missing or no phone number. */
  readonly phoneE164: string | null;
  readonly phoneCountry: string | null;
  readonly phoneIsUs: boolean;
}

/** Of a customer without one. */
export const noPhone: PhoneDescription = { phoneE164: null, phoneCountry: null, phoneIsUs: false };

/** Reads the attribute `phone`. Without a default country only `+` and `00` numbers are accepted. */
export const describePhone = (
  attributes: Attributes,
  { defaultCountry }: { readonly defaultCountry: string | null },
): PhoneDescription => {
  const raw = readRawPhone(attributes);
  if (raw === null) return noPhone;
  const result = normalisePhone(raw, defaultCountry === null ? {} : { defaultCountry });
  if (!result.ok) return noPhone;
  return {
    phoneE164: result.e164,
    phoneCountry: result.country,
    phoneIsUs: result.callingCode === '1' && isUsNumber(result.e164),
  };
};

/** What an attribute `phone` would make of a customer's phone, as the engine sees it. */
export const readPhone = (
  value: unknown,
  settings: { readonly defaultCountry: string | null },
): CustomerFacts['phone'] => {
  const attributes = { phone: value };
  const { phoneE164, phoneCountry, phoneIsUs } = describePhone(attributes, settings);
  return { raw: readRawPhone(attributes), e164: phoneE164, country: phoneCountry, isUs: phoneIsUs };
};

export type PhoneProblem = 'no_phone' | 'invalid_phone' | 'us_not_enabled' | 'invalid_contact';

/** Why no SMS can go to this phone; null when one can. */
export const findPhoneProblem = (
  phone: {
    readonly raw: string | null;
    readonly e164: string | null;
    readonly isUs: boolean;
    readonly isUnusable: boolean;
  },
  { isUsEnabled }: { readonly isUsEnabled: boolean },
): PhoneProblem | null => {
  if (phone.raw === null) return 'no_phone';
  if (phone.e164 === null) return 'invalid_phone';
  if (phone.isUs && !isUsEnabled) return 'us_not_enabled';
  return phone.isUnusable ? 'invalid_contact' : null;
};
