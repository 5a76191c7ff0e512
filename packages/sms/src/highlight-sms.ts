import { countSms, type SmsOptions } from './count-sms.ts';
import { classifierFor, type SpanKind } from './sent-kind.ts';
import { cutPieces } from './text-pieces.ts';

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

function append(spans: SmsSpan[], span: SmsSpan): void {
  const last = spans.at(-1);
  if (last !== undefined && last.kind === span.kind && last.part === span.part) {
    spans[spans.length - 1] = { ...last, end: span.end, cost: last.cost + span.cost };
    return;
  }
  spans.push(span);
}
