import { z } from 'zod';
import { readJson } from '../json.ts';
import type { OutboundBatch } from '../provider.ts';
import { readRetryAfter } from '../retry-after.ts';
import type { SendOutcome } from '../send-outcome.ts';
import type { Answer } from '../send-request.ts';
import { readSinchError, type SinchError } from './sinch-error.ts';
import type { SinchSecrets } from './settings.ts';
import { operatorIdSchema } from '../operator-id.ts';

interface Question {
  readonly batch: OutboundBatch;
  readonly reference: string;
  readonly secrets: SinchSecrets;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const acceptedSchema = z.object({ id: operatorIdSchema, client_reference: z.string().nullish() });

// The account or the integration is at fault, not the messages.
const STOPPING_CODES: ReadonlySet<string> = new Set(['blocked_account', 'missing_callback_url']);

/** What an answer to `POST /batches` means. Statuses that are not documented prove nothing: unknown. */
export function readSendAnswer(answer: Answer, question: Question): SendOutcome {
  const error = readSinchError(answer, question.secrets);
  const retry = {
    kind: 'retry',
    error: error.text,
    afterMs: readRetryAfter(answer.headers, question.now),
  } as const;
  switch (answer.status) {
    case 200:
    case 201:
      return readAccepted(answer.body, question.reference);
    case 400:
      return {
        kind: 'refused',
        code: error.code,
        error: error.text,
        messageIds: readNamed(error, question.batch),
      };
    case 403:
      return STOPPING_CODES.has(error.code)
        ? { ...retry, stopsQueue: true }
        : { kind: 'refused', code: error.code, error: error.text, messageIds: 'all' };
    case 401:
    case 404:
      return { ...retry, error: `service plan, token or address is wrong: ${error.text}`, stopsQueue: true };
    case 405:
    case 413:
    case 415:
      return { kind: 'refused', code: error.code, error: error.text, messageIds: 'all' };
    case 429:
    case 500:
    case 503:
      return { ...retry, stopsQueue: false };
    default:
      return { kind: 'unknown', error: `an answer that Sinch does not document: ${answer.status}` };
  }
}

function readAccepted(body: string | null, reference: string): SendOutcome {
  const parsed = acceptedSchema.safeParse(readJson(body));
  if (!parsed.success)
    return { kind: 'unknown', error: 'the operator took the request, but its answer cannot be read' };
  const echoed = parsed.data.client_reference ?? reference;
  if (echoed !== reference) return { kind: 'unknown', error: 'the answer speaks of another request' };
  return { kind: 'accepted', providerBatchId: parsed.data.id, refused: [] };
}

/** Sinch names a bad number by its place in `to`. */
function readNamed({ text }: SinchError, { messages }: OutboundBatch): 'all' | readonly string[] {
  const places = new Set(Array.from(text.matchAll(/\bto\[(\d{1,4})\]/g), ([, place]) => Number(place)));
  const named = [...places].flatMap((place) => messages[place]?.id ?? []);
  return named.length === 0 ? 'all' : named;
}
