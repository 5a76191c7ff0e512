import { z } from 'zod';
import { readJson } from '../json.ts';
import { operatorIdSchema } from '../operator-id.ts';
import { cleanOperatorText } from '../operator-text.ts';
import { readRetryAfter } from '../retry-after.ts';
import type { SendOutcome } from '../send-outcome.ts';
import type { Answer } from '../send-request.ts';
import type { WebhookSecrets } from './settings.ts';

interface Question {
  readonly messageId: string;
  readonly reference: string;
  readonly secrets: WebhookSecrets;
  /** Milliseconds since 1970. */
  readonly now: number;
}

// To say that it has a message, a receiver names it: a page that answers everyone politely takes none.
const takenSchema = z.object({
  id: z.string(),
  providerMessageId: operatorIdSchema.nullish().catch(null),
});

const errorSchema = z.object({
  code: z
    .union([z.string().regex(/^[\w.-]{1,64}$/), z.int()])
    .transform(String)
    .nullish()
    .catch(null),
  message: z.string(),
  isNumberUnusable: z.boolean().nullish().catch(null),
});

// The receiver says that it has not looked at the message, so it may come again.
const NOT_TAKEN: ReadonlySet<number> = new Set([425, 429, 503]);
// The address or the secret is wrong, or the receiver has gone: for every other message as well.
const CLOSED: ReadonlySet<number> = new Set([401, 403, 404, 410]);

/** What an answer to `sms.send` means; the contract is in the README. */
export function readSendAnswer(answer: Answer, question: Question): SendOutcome {
  const { status } = answer;
  const { code, error, isNumberUnusable } = readError(answer, question.secrets);
  const afterMs = readRetryAfter(answer.headers, question.now);
  // 409: it has this id already, which is as good.
  if (status === 200 || status === 201 || status === 202 || status === 409)
    return readTaken(answer, question);
  if (NOT_TAKEN.has(status)) return { kind: 'retry', afterMs, error, stopsQueue: false };
  if (CLOSED.has(status)) return { kind: 'retry', afterMs, error, stopsQueue: true };
  // It may have gone on with what it had not wholly read.
  if (status === 408) return { kind: 'unknown', error };
  if (status >= 400 && status < 500) {
    const refused = { kind: 'refused', code, error, messageIds: 'all' } as const;
    if (!isNumberUnusable) return refused;
    return { ...refused, each: [{ messageId: question.messageId, code, error, isNumberUnusable }] };
  }
  return { kind: 'unknown', error };
}

function readTaken({ status, body }: Answer, { messageId, reference }: Question): SendOutcome {
  const taken = takenSchema.safeParse(readJson(body));
  if (!taken.success) {
    return { kind: 'unknown', error: `the receiver answered ${status} without naming the message it took` };
  }
  if (taken.data.id !== messageId) return { kind: 'unknown', error: 'the answer speaks of another message' };
  return { kind: 'accepted', providerBatchId: taken.data.providerMessageId ?? reference, refused: [] };
}

function readError(
  { status, body }: Answer,
  { signing, callback }: WebhookSecrets,
): { readonly code: string; readonly error: string; readonly isNumberUnusable: boolean } {
  const parsed = errorSchema.safeParse(readJson(body));
  const secrets = [...signing, ...callback].flatMap((secret) => [secret, secret.replace(/^whsec_/, '')]);
  const said = parsed.success ? cleanOperatorText(parsed.data.message, secrets) : '';
  return {
    code: parsed.data?.code ?? `http_${status}`,
    error: said || `the receiver answered ${status}`,
    isNumberUnusable: parsed.data?.isNumberUnusable === true,
  };
}
