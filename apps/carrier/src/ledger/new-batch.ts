import { codes } from '../message.ts';
import type { Batch, Message } from '../message.ts';
import type { BatchRequest } from '../xms/batch-request.ts';
import { composeMessages } from '../xms/compose.ts';

/** A batch with its composed messages, and those of them that can never be sent with the code that says why. */
export interface NewBatch {
  readonly batch: Batch;
  readonly aborted: ReadonlyMap<Message, number>;
}

/** Composes a batch; used alike when it is posted and when it is read back from the ledger's file. */
export function newBatch(origin: {
  readonly id: string;
  readonly createdAt: number;
  readonly request: BatchRequest;
}): NewBatch {
  const messages: Message[] = [];
  const batch: Batch = { ...origin, messages, open: origin.request.to.length };
  const aborted = new Map<Message, number>();
  for (const { abortCode, ...composed } of composeMessages(origin.request)) {
    const message: Message = {
      batch,
      ...composed,
      status: 'Queued',
      code: codes.queued,
      at: origin.createdAt,
    };
    messages.push(message);
    if (abortCode !== null) aborted.set(message, abortCode);
  }
  return { batch, aborted };
}
