import type { MadeCustomer } from '@curlew/contract';
import { readAttributes, type CustomerFacts } from '@curlew/engine';
import { readPhone } from '../customers/phone.ts';

/** Of somebody who is nobody. */
const madeId = '00000000-0000-4000-8000-000000000000';

/** A customer who is made up, as the engine sees them. */
export const madeCustomerOf = (
  { attributes, consents }: MadeCustomer,
  { dates, defaultCountry }: { dates: ReadonlySet<string>; defaultCountry: string | null },
): CustomerFacts => ({
  id: madeId,
  attributes: readAttributes(JSON.stringify(attributes), dates),
  stored: attributes,
  ids: {},
  phone: readPhone(attributes['phone'], { defaultCountry }),
  isUnusable: false,
  grantedConsents: new Set(consents),
  events: [],
});
