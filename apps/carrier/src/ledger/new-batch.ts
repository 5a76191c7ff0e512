import { codes } from '../message.ts';
import type { Batch, Message, XmsBatch } from '../message.ts';
import type { BatchRequest } from '../xms/batch-request.ts';
import { composeMessages } from '../xms/compose.ts';

/** A batch with its composed messages, and those of them that can never be sent with the code that says why. */
export interface NewBatch<Kind extends Batch = Batch> {
  readonly batch: Kind;
  readonly aborted: ReadonlyMap<Message, number>;
}

/** Composes a batch of XMS; used alike when it is posted and when it is read back from the ledger's file. */
export function newBatch(origin: {
  readonly id: string;
  readonly createdAt: number;
  readonly request: BatchRequest;
}): NewBatch<XmsBatch> {
  const messages: Message[] = [];
  const { request } = origin;
  const batch: XmsBatch = {
    ...origin,
    wire: 'xms',
    reference: request.client_reference,
    sender: request.from ?? '',
    sendAt: Date.parse(request.send_at),
    expireAt: Date.parse(request.expire_at),
    messages,
    open: request.to.length,
    hiddenBy: null,
  };
  const aborted = new Map<Message, number>();
  for (const { abortCode, ...composed } of composeMessages(request)) {
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
