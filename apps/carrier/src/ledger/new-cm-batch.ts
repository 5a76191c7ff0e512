import type { CmOrder } from '../cm/cm-order.ts';
import { codes } from '../message.ts';
import type { CmBatch, Message } from '../message.ts';
import type { NewBatch } from './new-batch.ts';

/** A message of CM's format; used alike when it is posted and when it is read back from the ledger's file. */
export function newCmBatch(origin: {
  readonly id: string;
  readonly createdAt: number;
  readonly request: CmOrder;
}): NewBatch<CmBatch> {
  const { request, createdAt } = origin;
  const messages: Message[] = [];
  const batch: CmBatch = {
    ...origin,
    wire: 'cm',
    reference: request.reference,
    sender: request.from,
    sendAt: createdAt,
    expireAt: request.expireAt,
    messages,
    open: 1,
    hiddenBy: null,
  };
  messages.push({
    batch,
    recipient: request.to.slice(2),
    text: request.text,
    encoding: request.encoding,
    parts: request.parts,
    status: 'Queued',
    code: codes.queued,
    at: createdAt,
  });
  return { batch, aborted: new Map() };
}
