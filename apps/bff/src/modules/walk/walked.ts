import type { CustomerFacts, WalkInput, WalkResult } from '@curlew/engine';
import type { EnrolmentRow } from './store.ts';

/** One enrolment's walk: who, from where, and what came of it. */
export interface Walked {
  readonly enrolment: EnrolmentRow;
  readonly customer: CustomerFacts;
  readonly input: WalkInput;
  readonly result: WalkResult;
}
