import { assertBatch } from '../batching.ts';
import { findFaults, type MessageFault } from '../find-faults.ts';
import type { OutboundBatch, SendContext } from '../provider.ts';
import type { SendOutcome } from '../send-outcome.ts';
import { sendRequest } from '../send-request.ts';
import { sinchBatchesUrl, sinchHeaders } from './address.ts';
import { writeBatchRequest } from './batch-request.ts';
import { SINCH_BATCH_LIMIT } from './plan-batches.ts';
import { readSendAnswer } from './read-send-answer.ts';
import type { SinchSecrets, SinchSettings } from './settings.ts';

/** Longest text Sinch takes, in UTF-16 units. */
const TEXT_LIMIT = 2000;

const FAULTS: readonly MessageFault[] = [
  {
    code: 'text_too_long',
    error: `the text is longer than ${TEXT_LIMIT} characters`,
    has: ({ text }) => text.length > TEXT_LIMIT,
  },
];

/** `POST /batches`, once. */
export async function sendSinchBatch(
  batch: OutboundBatch,
  context: SendContext<SinchSettings, SinchSecrets>,
): Promise<SendOutcome> {
  assertBatch(batch, SINCH_BATCH_LIMIT);
  const faults = findFaults(batch.messages, FAULTS);
  if (faults !== null) return faults;
  const { reference, secrets, settings } = context;
  return sendRequest(
    {
      url: sinchBatchesUrl(settings),
      headers: sinchHeaders(secrets),
      body: JSON.stringify(writeBatchRequest(batch.messages, { ...context, now: context.now() })),
    },
    context,
    (answer) => readSendAnswer(answer, { batch, reference, secrets, now: context.now() }),
  );
}
