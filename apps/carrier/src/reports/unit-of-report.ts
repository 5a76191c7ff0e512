import type { Batch } from '../message.ts';

/** What the last report on a batch is about: each message, the batch as a whole, or nothing when none was asked for. */
export function unitOfReport(batch: Batch): 'message' | 'batch' | 'nothing' {
  if (batch.wire === 'cm') return 'message';
  switch (batch.request.delivery_report) {
    case 'none':
      return 'nothing';
    case 'summary':
    case 'full':
      return 'batch';
    case 'per_recipient':
    case 'per_recipient_final':
      return 'message';
  }
}
