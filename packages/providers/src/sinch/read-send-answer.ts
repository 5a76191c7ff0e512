import { z } from 'zod';
import { readJson } from '../json.ts';
import type { OutboundBatch } from '../provider.ts';
import { readRetryAfter } from '../retry-after.ts';
import type { RefusedMessage, SendOutcome } from '../send-outcome.ts';
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

// Of the codes of a 400 the only one that is never about one of the messages.
const BROKEN_REQUEST = 'syntax_invalid_json';
// The codes of a 403 that are about a recipient. All others are about the account, or of something in front of Sinch.
const RECIPIENT_CODES: ReadonlySet<string> = new Set(['unknown_group', 'illegal_number_type']);
// The codes of a 400 that are about what stands at a place: where that is a number, about the number.
const NUMBER_CODES: ReadonlySet<string> = new Set([
  'syntax_invalid_parameter_format',
  'syntax_constraint_violation',
]);

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
      return error.code === BROKEN_REQUEST ? refuse(error, 'all') : findRefused(error, question.batch);
    case 403:
      return RECIPIENT_CODES.has(error.code)
        ? findRefused(error, question.batch)
        : { ...retry, stopsQueue: true };
    case 401:
    case 404:
      return { ...retry, error: `service plan, token or address is wrong: ${error.text}`, stopsQueue: true };
    case 405:
    case 413:
    case 415:
      return refuse(error, 'all');
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

function refuse({ code, text }: SinchError, messageIds: 'all' | readonly string[]) {
  return { kind: 'refused', code, error: text, messageIds } as const;
}

/** What is wrong with a number that has the right form and is named for its form or range is the number itself, not what the account may do. */
function blameNumbers(
  { code, text: error }: SinchError,
  messageIds: readonly string[],
): { readonly each?: readonly RefusedMessage[] } {
  if (!NUMBER_CODES.has(code)) return {};
  return { each: messageIds.map((messageId) => ({ messageId, code, error, isNumberUnusable: true })) };
}

/** One bad message fails a whole request. Sinch names a number by its place in `to`; what it does not name is found by halving. */
function findRefused(error: SinchError, { messages }: OutboundBatch): SendOutcome {
  const places = new Set(Array.from(error.text.matchAll(/\bto\[(\d{1,4})\]/g), ([, place]) => Number(place)));
  const named = [...places].flatMap((place) => messages[place]?.id ?? []);
  if (named.length > 0) return { ...refuse(error, named), ...blameNumbers(error, named) };
  if (messages.length === 1) return refuse(error, 'all');
  // Words that Sinch did not write are for a person to see, before much is sent again.
  return { kind: 'retry', afterMs: null, error: error.text, stopsQueue: !error.isSaid, inHalves: true };
}
