import { classOf, EXTENSION, UNICODE } from './character-class.ts';
import type { SmsCount } from './count-sms.ts';
import { costsUnder } from './national-shifts.ts';

/** `basic`: one septet; `extension`: two septets, one unit in UCS-2; `unicode`: not in the 7-bit alphabet, forces UCS-2. */
export type SpanKind = 'basic' | 'extension' | 'unicode';

/** Kind and cost of one sent character (or of the surplus that goes with the last one of its stretch). */
export type Classify = (sent: string) => { readonly kind: SpanKind; readonly cost: number };

/** Tells kinds and costs as the encoding and the tables of a counted message have them. */
export function classifierFor(count: SmsCount): Classify {
  if (count.encoding === 'UCS-2') return (sent) => ({ kind: kindOf(sent), cost: sent.length });
  const costs = count.shifts === null ? null : costsUnder(count.shifts);
  return (sent) => {
    const isDouble = costs === null ? classOf(sent.charCodeAt(0)) === EXTENSION : costs.get(sent) === 2;
    return isDouble ? { kind: 'extension', cost: 2 } : { kind: 'basic', cost: 1 };
  };
}

function kindOf(sent: string): SpanKind {
  const bits = classOf(sent.charCodeAt(0));
  if (bits >= UNICODE || sent.length > 1) return 'unicode';
  return bits === EXTENSION ? 'extension' : 'basic';
}
