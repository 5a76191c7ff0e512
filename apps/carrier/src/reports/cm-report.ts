import { formatCmTime } from '../cm/cm-time.ts';
import type { CmBatch, Message, Status } from '../message.ts';

/** CM's status codes: accepted by the operator, rejected, delivered, failed. A queued message is not reported. */
const codeByStatus: Readonly<Record<Status, '0' | '1' | '2' | '3' | null>> = {
  Queued: null,
  Dispatched: '0',
  Rejected: '1',
  Delivered: '2',
  Failed: '3',
  Deleted: '3',
  Expired: '3',
  Aborted: '3',
  Cancelled: '3',
  Unknown: '3',
};

const descriptions: Readonly<Record<number, string>> = {
  5: 'Undelivered, no further detail',
  8: 'Expired at the operator',
  20: 'Undeliverable in this form',
  23: 'Number invalid, barred or blacklisted',
  24: 'Subscriber absent',
  25: 'Temporary network condition',
  26: 'Temporary handset condition',
  27: 'Handset cannot take this kind of message',
  28: 'Suspected spam',
  29: 'Content not allowed',
  37: 'On a national blacklist',
};

/** A status report as CM posts it: one object under `messages.msg`, and nothing in it but strings. */
export function cmReport(message: Message, batch: CmBatch): Readonly<Record<string, unknown>> | null {
  const code = codeByStatus[message.status];
  if (code === null) return null;
  const isSuccess = code === '0' || code === '2';
  return {
    messages: {
      msg: {
        received: formatCmTime(message.at),
        to: batch.request.to,
        reference: batch.request.reference ?? '',
        status: {
          code,
          errorCode: isSuccess ? '' : String(message.code),
          errorDescription: isSuccess ? '' : (descriptions[message.code] ?? `Error ${message.code}`),
        },
        operator: testNetwork,
      },
    },
  };
}

/** The country and network code of test networks (ITU-T E.212). */
const testNetwork = '00101';
