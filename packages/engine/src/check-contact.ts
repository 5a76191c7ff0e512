import type { CustomerFacts, ProjectFacts } from './facts.ts';
import type { Refusal, RefusalType } from './message-decision.ts';

/** The number a message goes to, or why none may. */
export type Contact =
  | { readonly ok: true; readonly recipient: string }
  | { readonly ok: false; readonly refusal: Refusal };

const suppress = (type: RefusalType, message: string): Contact => ({
  ok: false,
  refusal: { status: 'suppressed', type, message, language: null },
});

const hasConsent = (category: string | null, customer: CustomerFacts, project: ProjectFacts): boolean =>
  category === null || project.generalCategories.has(category) || customer.grantedConsents.has(category);

/** The part of the gate that looks at the customer alone: phone, then consent to `category` (null: none is asked for). */
export const checkContact = (
  category: string | null,
  customer: CustomerFacts,
  project: ProjectFacts,
): Contact => {
  const { raw, e164, isUs } = customer.phone;
  if (raw === null || raw.trim() === '') return suppress('no_phone', 'The customer has no phone number');
  if (e164 === null) return suppress('invalid_phone', `“${raw}” is not a phone number`);
  if (isUs && !project.isUsEnabled)
    return suppress('us_not_enabled', 'The number is in the US, and sending there is not switched on');
  if (customer.isUnusable) return suppress('invalid_contact', 'The number is marked as unreachable');
  if (!hasConsent(category, customer, project))
    return suppress('consent', 'The customer has not given this consent, or has taken it back');
  return { ok: true, recipient: e164 };
};
