import { assertBatch } from '../batching.ts';
import { callOperator } from '../call-operator.ts';
import type { OutboundBatch, SendContext } from '../provider.ts';
import type { SendOutcome } from '../send-outcome.ts';
import { sinchBatchesUrl, sinchHeaders } from './address.ts';
import { writeBatchRequest } from './batch-request.ts';
import { findFaults } from './find-faults.ts';
import { SINCH_BATCH_LIMIT } from './plan-batches.ts';
import { readSendAnswer } from './read-send-answer.ts';
import type { SinchSecrets, SinchSettings } from './settings.ts';

/** `POST /batches`, once. */
export async function sendSinchBatch(
  batch: OutboundBatch,
  context: SendContext<SinchSettings, SinchSecrets>,
): Promise<SendOutcome> {
  assertBatch(batch, SINCH_BATCH_LIMIT);
  const faults = findFaults(batch.messages);
  if (faults !== null) return faults;
  const result = await callOperator(
    sinchBatchesUrl(context.settings),
    {
      method: 'POST',
      headers: { ...sinchHeaders(context.secrets), 'Content-Type': 'application/json' },
      body: JSON.stringify(writeBatchRequest(batch.messages, { ...context, now: context.now() })),
    },
    context,
  );
  if (result.kind === 'not_sent') {
    return { kind: 'retry', afterMs: null, error: result.error, stopsQueue: false };
  }
  if (result.kind === 'lost') return { kind: 'unknown', error: result.error };
  const { reference, secrets } = context;
  return readSendAnswer(result, { batch, reference, secrets, now: context.now() });
}
