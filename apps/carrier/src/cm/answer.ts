import { cmErrors } from './error-codes.ts';
import type { CmErrorCode } from './error-codes.ts';
import type { Verdict } from './judge-message.ts';

/** The answer to a request that was refused as a whole. */
export function refusalBody(errorCode: CmErrorCode, where?: string) {
  const sentence = cmErrors[errorCode];
  return { details: where === undefined ? sentence : `${sentence} (${where})`, errorCode, messages: [] };
}

/** The answer to a request whose messages were judged one by one. */
export function verdictsBody(verdicts: readonly Verdict[]) {
  const accepted = verdicts.filter(({ ok }) => ok).length;
  const isWhole = accepted === verdicts.length;
  return {
    details: isWhole
      ? `Created ${accepted} message(s)`
      : `Created ${accepted} of ${verdicts.length} message(s)`,
    errorCode: isWhole ? 0 : 201,
    messages: verdicts.map((verdict) =>
      verdict.ok
        ? {
            to: verdict.order.to,
            status: 'Accepted',
            reference: verdict.order.reference ?? '',
            parts: verdict.order.parts,
            messageDetails: null,
            messageErrorCode: 0,
          }
        : {
            to: verdict.to,
            status: 'Rejected',
            reference: verdict.reference,
            parts: 0,
            messageDetails: verdict.fault.details,
            messageErrorCode: verdict.fault.code,
          },
    ),
  };
}
