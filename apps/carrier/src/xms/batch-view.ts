import type { XmsBatch } from '../message.ts';

/** A batch as XMS shows it: the request echoed, with what the carrier added. */
export function viewBatch(batch: XmsBatch): Readonly<Record<string, unknown>> {
  const created = new Date(batch.createdAt).toISOString();
  return { id: batch.id, ...batch.request, canceled: false, created_at: created, modified_at: created };
}
