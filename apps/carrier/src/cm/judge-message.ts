import { cmErrors } from './error-codes.ts';
import type { CmErrorCode } from './error-codes.ts';
import type { CmOrder } from './cm-order.ts';
import { composeText } from './compose-text.ts';
import type { WireMessage } from './read-envelope.ts';
import { readValidity, usualValidityMs } from './validity.ts';

/** What becomes of one pair of `msg` and `to`. */
export type Verdict =
  | { readonly ok: true; readonly order: CmOrder }
  | { readonly ok: false; readonly to: string; readonly reference: string; readonly fault: MessageFault };

export interface MessageFault {
  readonly code: CmErrorCode;
  readonly details: string;
}

const sender = /^(\d{1,16}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11})$/;
const number = /^00[1-9]\d{6,14}$/;
const groupings = ['customGrouping', 'customGrouping2', 'customGrouping3'] as const;
const mostRecipients = 1000;

/** Holds one `msg` against the documented limits: each of its recipients is accepted or rejected by itself. */
export function judgeMessage(message: WireMessage, now: number): readonly Verdict[] {
  const recipients = message.to ?? [];
  const reference = message.reference ?? '';
  const reject = (to: string, fault: MessageFault): Verdict => ({ ok: false, to, reference, fault });
  if (recipients.length === 0 || recipients.length > mostRecipients) {
    return [reject('', faultOf(302, `to must hold 1 to ${mostRecipients} numbers`))];
  }
  const judged = judgeFields(message, now);
  return recipients.map((recipient): Verdict => {
    const to = recipient.number ?? '';
    if (!judged.ok && judged.fault.code === 301) return reject(to, judged.fault);
    if (!number.test(to)) return reject(to, faultOf(303, 'a number is international with a leading 00'));
    return judged.ok ? { ok: true, order: { ...judged.common, to } } : reject(to, judged.fault);
  });
}

type Judged =
  | { readonly ok: true; readonly common: Omit<CmOrder, 'to'> }
  | { readonly ok: false; readonly fault: MessageFault };

function judgeFields(message: WireMessage, now: number): Judged {
  const from = message.from ?? '';
  if (!sender.test(from)) {
    return refuse(301, 'from has up to 11 letters, digits and spaces, or up to 16 digits');
  }
  const type = message.body?.type?.toUpperCase();
  const content = message.body?.content ?? '';
  if (type !== 'AUTO' && type !== 'TEXT')
    return refuse(304, 'body.type must be AUTO or TEXT; this carrier takes no other');
  if (content === '') return refuse(304, 'body.content is empty');
  const dcs = message.dcs ?? 0;
  if (dcs !== 0 && dcs !== 8) return refuse(305, 'dcs must be 0 or 8');
  const mostParts = readMostParts(message);
  if (mostParts === null) {
    return refuse(
      305,
      'minimumNumberOfMessageParts and maximumNumberOfMessageParts are a pair, of 1 to 255 and in order',
    );
  }
  const reference = message.reference ?? undefined;
  if (reference !== undefined && !/^[A-Za-z0-9]{1,32}$/.test(reference)) {
    return refuse(305, 'reference must have 1 to 32 letters and digits');
  }
  const expireAt =
    typeof message.validity === 'string' ? readValidity(message.validity, now) : now + usualValidityMs;
  if (expireAt === null) return refuse(305, 'validity must be like 2h, 30m or 2017-04-20 11:50:05 GMT');
  if (groupings.some((name) => (message[name] ?? '').length > 100)) {
    return refuse(305, 'a customGrouping has at most 100 characters');
  }
  if (message.allowedChannels?.includes('SMS') === false) {
    return refuse(305, 'allowedChannels leaves out SMS, and this carrier has no other channel');
  }
  const composed = composeText(content, { isAuto: type === 'AUTO', dcs, mostParts });
  return { ok: true, common: { from, ...composed, ...(reference !== undefined && { reference }), expireAt } };
}

/** Without the pair a message has one part; null when the pair is wrong. */
function readMostParts(message: WireMessage): number | null {
  const fewest = message.minimumNumberOfMessageParts ?? null;
  const most = message.maximumNumberOfMessageParts ?? null;
  if (fewest === null && most === null) return 1;
  if (fewest === null || most === null) return null;
  return fewest >= 1 && fewest <= most && most <= 255 ? most : null;
}

function refuse(code: CmErrorCode, details: string): Judged {
  return { ok: false, fault: faultOf(code, details) };
}

export function faultOf(code: CmErrorCode, details?: string): MessageFault {
  return { code, details: details === undefined ? cmErrors[code] : `${cmErrors[code]}: ${details}` };
}
