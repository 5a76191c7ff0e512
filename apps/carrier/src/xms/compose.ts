import { codes } from '../message.ts';
import { segment, truncateToParts } from '../text/segment.ts';
import type { Encoding } from '../text/segment.ts';
import type { BatchRequest } from './batch-request.ts';
import { fillPlaceholders } from './placeholders.ts';

/** One recipient's message before it is sent; `abortCode` says why it never will be. */
export interface Composed {
  readonly recipient: string;
  readonly text: string;
  readonly encoding: Encoding;
  readonly parts: number;
  readonly abortCode: number | null;
}

/** A concatenation header counts parts in one octet (TS 23.040, 9.2.3.24.1). */
const mostParts = 255;

/** The same request always composes to the same messages, so the ledger need not store their texts a second time. */
export function composeMessages(request: BatchRequest): readonly Composed[] {
  const shared = request.body.includes('${') ? null : composeText(request, request.body);
  return request.to.map((recipient) => {
    if (shared !== null) return { recipient, ...shared };
    const filled = fillPlaceholders(request.body, request.parameters, recipient);
    if (filled.ok) return { recipient, ...composeText(request, filled.text) };
    return { recipient, text: '', encoding: 'GSM', parts: 0, abortCode: codes.unmatchedParameter };
  });
}

function composeText(request: BatchRequest, full: string): Omit<Composed, 'recipient'> {
  const text = request.truncate_concat === true ? truncateToParts(full, 1) : full;
  const { encoding, parts } = segment(text);
  const isTooLong = parts > (request.max_number_of_message_parts ?? mostParts) || parts > mostParts;
  if (request.from === undefined) return { text, encoding, parts, abortCode: codes.noOriginator };
  return { text, encoding, parts, abortCode: isTooLong ? codes.tooManyParts : null };
}
