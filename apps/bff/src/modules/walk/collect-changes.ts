import { newId } from '../../new-id.ts';
import type { AttributeChange, ConsentChange } from '../customers/change-by-id.ts';
import type { NewCustomerEvent } from '../customers/track-events.ts';
import type { Walked } from './walked.ts';

/** A scenario that starts one that starts it goes round as often, and no more. */
const deepest = 10;

/** What walks do to customers besides messages. */
export interface CustomerChanges {
  readonly attributes: readonly AttributeChange[];
  readonly consents: readonly ConsentChange[];
  readonly events: readonly NewCustomerEvent[];
}

/** Turns what walks did to customers into what is to be written, each in the order it was done. */
export const collectChanges = (walked: readonly Walked[], now: Date): CustomerChanges => {
  const timestamp = now.toISOString();
  const attributes: AttributeChange[] = [];
  const consents: ConsentChange[] = [];
  const events: NewCustomerEvent[] = [];
  for (const { enrolment, result } of walked) {
    const { customerId, depth } = enrolment;
    for (const effect of result.effects) {
      switch (effect.kind) {
        case 'attributes':
          attributes.push({ customerId, values: effect.values });
          break;
        case 'consent': {
          const { categoryId, isGranted, validUntil } = effect;
          consents.push({ customerId, categoryId, isGranted, validUntil });
          break;
        }
        case 'event': {
          const { type, properties, mayTrigger } = effect;
          const next = mayTrigger && depth < deepest ? depth + 1 : null;
          events.push({ id: newId(), customerId, type, timestamp, properties, depth: next });
          break;
        }
        case 'message':
          break;
      }
    }
  }
  return { attributes, consents, events };
};
