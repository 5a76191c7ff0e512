import { classOf, EXTENSION, UNICODE } from './character-class.ts';
import { countSms, type SmsCount, type SmsOptions } from './count-sms.ts';
import { costsUnder } from './national-shifts.ts';
import { cutPieces } from './text-pieces.ts';

/** `basic`: one septet; `extension`: two septets, one unit in UCS-2; `unicode`: not in the 7-bit alphabet, forces UCS-2. */
export type SpanKind = 'basic' | 'extension' | 'unicode';

/** A run of characters of one kind in one part. */
export interface SmsSpan {
  readonly kind: SpanKind;
  /** Offsets in the text as given. */
  readonly start: number;
  readonly end: number;
  /** Septets or UTF-16 units the run takes when sent. */
  readonly cost: number;
  /** Index of the part the run is sent in. */
  readonly part: number;
}

/** What each stretch of a text is and costs, for an editor; the spans tile the text as given. */
export function highlightSms(text: string, options: SmsOptions = {}): readonly SmsSpan[] {
  const count = countSms(text, options);
  const classify = classifierFor(count);
  const spans: SmsSpan[] = [];
  let sentAt = 0;
  let part = 0;
  for (const piece of cutPieces(text)) {
    while (sentAt >= (count.parts[part]?.end ?? Infinity)) part += 1;
    append(spans, { ...classify(piece.sent), start: piece.start, end: piece.end, part });
    sentAt += piece.sent.length;
  }
  return spans;
}

/** Kind and cost of one sent character (or of the surplus that goes with the last one of its stretch). */
type Classify = (sent: string) => { readonly kind: SpanKind; readonly cost: number };

function classifierFor(count: SmsCount): Classify {
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

function append(spans: SmsSpan[], span: SmsSpan): void {
  const last = spans.at(-1);
  if (last !== undefined && last.kind === span.kind && last.part === span.part) {
    spans[spans.length - 1] = { ...last, end: span.end, cost: last.cost + span.cost };
    return;
  }
  spans.push(span);
}
