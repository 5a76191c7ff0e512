/** A phone number fit for sending, or why it is not one. */
export type PhoneResult =
  | {
      readonly ok: true;
      /** `+` and at most 15 digits (ITU-T E.164). */
      readonly e164: string;
      /** ISO 3166-1 alpha-2; the main country of the calling code where the plan does not tell, `null` for +800, +881 and their like. */
      readonly country: string | null;
      readonly callingCode: string;
      /** Matches the numbering plan as this version knows it. A warning only: plans change and fictional numbers never match. */
      readonly isValid: boolean;
      readonly type: PhoneType;
    }
  | { readonly ok: false; readonly reason: PhoneFault };

/** Whether an SMS can be expected to arrive: some plans, as that of +1, do not tell mobile from fixed. */
export type PhoneType = 'mobile' | 'fixed_line' | 'fixed_line_or_mobile' | 'other' | 'unknown';

/** Why a text is not a phone number that can be sent to. */
export type PhoneFault =
  | 'empty'
  | 'not_a_number'
  | 'extension'
  | 'short_code'
  | 'no_country'
  | 'unknown_calling_code'
  | 'too_short'
  | 'too_long'
  | 'impossible_length';
