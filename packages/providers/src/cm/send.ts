import { assertBatch } from '../batching.ts';
import { findFaults, type MessageFault } from '../find-faults.ts';
import type { OutboundBatch, SendContext } from '../provider.ts';
import type { SendOutcome } from '../send-outcome.ts';
import { sendRequest } from '../send-request.ts';
import { cmHeaders, cmMessageUrl } from './address.ts';
import { writeMessageRequest } from './message-request.ts';
import { CM_PART_LIMIT, mostPartsOf } from './most-parts.ts';
import { CM_BATCH_LIMIT } from './plan-batches.ts';
import { readSendAnswer } from './read-send-answer.ts';
import type { CmSecrets, CmSettings } from './settings.ts';

const FAULTS: readonly MessageFault[] = [
  {
    code: 'text_too_long',
    error: `the text may need more than the ${CM_PART_LIMIT} parts that CM sends`,
    has: (message) => mostPartsOf(message) > CM_PART_LIMIT,
  },
];

/** `POST /v1.0/message`, once. */
export async function sendCmBatch(
  batch: OutboundBatch,
  context: SendContext<CmSettings, CmSecrets>,
): Promise<SendOutcome> {
  assertBatch(batch, CM_BATCH_LIMIT);
  const faults = findFaults(batch.messages, FAULTS);
  if (faults !== null) return faults;
  const { reference, secrets, settings } = context;
  const { customGrouping } = settings;
  return sendRequest(
    {
      url: cmMessageUrl(settings),
      headers: cmHeaders(secrets),
      body: JSON.stringify(writeMessageRequest(batch.messages, { customGrouping, now: context.now() })),
    },
    context,
    (answer) => readSendAnswer(answer, { batch, reference, secrets, now: context.now() }),
  );
}
