import { assertBatch, layOutBatches } from '../batching.ts';
import { findFaults } from '../find-faults.ts';
import type { OutboundBatch, OutboundMessage, SendContext } from '../provider.ts';
import type { SendOutcome } from '../send-outcome.ts';
import { sendRequest } from '../send-request.ts';
import { readSendAnswer } from './read-send-answer.ts';
import type { WebhookSecrets, WebhookSettings } from './settings.ts';
import { signWebhook } from './sign.ts';

// The id of a request is the id of its message, whichever attempt it is: what a receiver has seen it knows by that.
const BATCH_LIMIT = 1;

export function planWebhookBatches(messages: readonly OutboundMessage[]): readonly OutboundBatch[] {
  return layOutBatches(messages, { limit: BATCH_LIMIT, groupKey: () => '' });
}

/** Posts `sms.send`, once. */
export async function sendWebhookBatch(
  batch: OutboundBatch,
  context: SendContext<WebhookSettings, WebhookSecrets>,
): Promise<SendOutcome> {
  assertBatch(batch, BATCH_LIMIT);
  const [message] = batch.messages;
  // Never so: `assertBatch` has seen one.
  if (message === undefined) throw new Error('A batch holds a message, this one holds none.');
  if (!/^[\w-]{1,100}$/.test(message.id))
    throw new Error(`Message ${message.id} has an id that cannot be signed.`);
  const faults = findFaults(batch.messages, []);
  if (faults !== null) return faults;
  const { reference, secrets, settings } = context;
  const now = context.now();
  const body = JSON.stringify(writeSend(message, context, now));
  const timestamp = Math.floor(now / 1000);
  return sendRequest(
    {
      url: settings.url,
      headers: {
        Accept: 'application/json',
        ...(await signWebhook({ id: message.id, timestamp, body }, secrets.signing)),
      },
      body,
    },
    context,
    (answer) => readSendAnswer(answer, { messageId: message.id, reference, secrets, now: context.now() }),
  );
}

/** The body of `sms.send`; the contract is in the README. */
function writeSend(
  message: OutboundMessage,
  { reference, callbackUrl }: { readonly reference: string; readonly callbackUrl: string | null },
  now: number,
): unknown {
  const { id, recipient, sender, text, encoding, parts, expiresAt } = message;
  return {
    type: 'sms.send',
    timestamp: new Date(now).toISOString(),
    data: {
      id,
      to: recipient,
      from: sender,
      text,
      encoding,
      parts,
      reference,
      ...(expiresAt === null ? {} : { expiresAt: new Date(expiresAt).toISOString() }),
      ...(callbackUrl === null ? {} : { callbackUrl }),
    },
  };
}
