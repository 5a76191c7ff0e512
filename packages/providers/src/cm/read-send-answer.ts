import { cleanOperatorText } from '../operator-text.ts';
import type { OutboundBatch } from '../provider.ts';
import { readRetryAfter } from '../retry-after.ts';
import type { PutOff, RefusedMessage, SendOutcome } from '../send-outcome.ts';
import type { Answer } from '../send-request.ts';
import { readCmAnswer, readCmDetails, type CmAnswer } from './answer.ts';
import { CM_ACCOUNT_CODES, CM_ERRORS, CM_INTERNAL_CODE, CM_NUMBER_CODE } from './error-codes.ts';
import { nameEntries, type NamedEntry } from './read-entries.ts';
import type { CmSecrets } from './settings.ts';

interface Question {
  readonly batch: OutboundBatch;
  readonly reference: string;
  readonly secrets: CmSecrets;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const ALL_WELL = 0;
const SOME_WRONG = 201;

/** What an answer to `POST /v1.0/message` means. What is not documented proves nothing: unknown. */
export function readSendAnswer(answer: Answer, question: Question): SendOutcome {
  const error = readCmDetails(answer, question.secrets);
  const afterMs = readRetryAfter(answer.headers, question.now);
  const said = readCmAnswer(answer.body);
  switch (answer.status) {
    case 200:
      return readTaken(said, question);
    case 400:
      return readRefusal(said, { ...question, error });
    // Documented as 400; a gateway in front may say it so. At an address with nobody at it there was nobody to take anything.
    case 401:
    case 403:
    case 404:
      return { kind: 'retry', afterMs, error, stopsQueue: true };
    case 429:
    case 503:
      return { kind: 'retry', afterMs, error, stopsQueue: false };
    case 500:
      return said?.errorCode === CM_INTERNAL_CODE
        ? { kind: 'retry', afterMs, error, stopsQueue: false }
        : { kind: 'unknown', error };
    default:
      return { kind: 'unknown', error: `an answer that CM does not document: ${answer.status}` };
  }
}

/** 200: all were taken, or some, and the others are named. */
function readTaken(said: CmAnswer | null, { batch, reference, secrets }: Question): SendOutcome {
  if (said === null || (said.errorCode !== ALL_WELL && said.errorCode !== SOME_WRONG)) {
    return { kind: 'unknown', error: 'the operator took the request, but its answer cannot be read' };
  }
  const named = nameEntries(said.entries, batch);
  if (named === null) {
    return { kind: 'unknown', error: 'the answer is not about all messages of the request, and no others' };
  }
  const rejected = named.filter(({ entry }) => entry.status === 'Rejected');
  if (said.errorCode === ALL_WELL && rejected.length > 0) {
    return { kind: 'unknown', error: 'the answer says that all is well, and that messages were rejected' };
  }
  if (rejected.length === named.length) return refuseEach(rejected, secrets);
  const again = rejected.filter(({ entry }) => mayBeTriedAgain(entry.messageErrorCode));
  const refused = rejected.filter(({ entry }) => !mayBeTriedAgain(entry.messageErrorCode));
  return {
    kind: 'accepted',
    providerBatchId: reference,
    refused: refused.map((one) => describeRefusal(one, secrets)),
    ...(again.length === 0
      ? {}
      : { again: { messageIds: again.map(({ messageId }) => messageId), ...describeFault(again) } }),
  };
}

/** 400: nothing was sent, for a reason of the request or one of each message. */
function readRefusal(said: CmAnswer | null, question: Question & { readonly error: string }): SendOutcome {
  const { error } = question;
  if (said === null || said.entries.some(({ status }) => status === 'Accepted')) {
    return { kind: 'unknown', error };
  }
  const { errorCode } = said;
  if (errorCode === SOME_WRONG) {
    const named = nameEntries(said.entries, question.batch);
    return named === null ? { kind: 'unknown', error } : refuseEach(named, question.secrets);
  }
  if (mayBeTriedAgain(errorCode))
    return { kind: 'retry', afterMs: null, error, stopsQueue: CM_ACCOUNT_CODES.has(errorCode) };
  return CM_ERRORS.has(errorCode)
    ? { kind: 'refused', code: String(errorCode), error, messageIds: 'all' }
    : { kind: 'unknown', error };
}

/** Every message was rejected. Those that are not at fault themselves may go out again. */
function refuseEach(named: readonly NamedEntry[], secrets: CmSecrets): SendOutcome {
  const each = named
    .filter(({ entry }) => !mayBeTriedAgain(entry.messageErrorCode))
    .map((one) => describeRefusal(one, secrets));
  const [first] = each;
  if (first === undefined) return { kind: 'retry', afterMs: null, ...describeFault(named) };
  const messageIds = each.length === named.length ? 'all' : each.map(({ messageId }) => messageId);
  return { kind: 'refused', code: first.code, error: first.error, messageIds, each };
}

function mayBeTriedAgain(code: number): boolean {
  return code === CM_INTERNAL_CODE || CM_ACCOUNT_CODES.has(code);
}

/** What is wrong where no message is: with the account, if it is with that of any, else with CM. */
function describeFault(named: readonly NamedEntry[]): Omit<PutOff, 'messageIds'> {
  const codes = named.map(({ entry }) => entry.messageErrorCode);
  const code = codes.find((one) => CM_ACCOUNT_CODES.has(one)) ?? CM_INTERNAL_CODE;
  return { error: CM_ERRORS.get(code) ?? '', stopsQueue: CM_ACCOUNT_CODES.has(code) };
}

function describeRefusal({ messageId, entry }: NamedEntry, secrets: CmSecrets): RefusedMessage {
  const code = String(entry.messageErrorCode);
  const said = cleanOperatorText(entry.messageDetails ?? '', [secrets.productToken]);
  return {
    messageId,
    code,
    error: said || (CM_ERRORS.get(entry.messageErrorCode) ?? `rejected with code ${code}`),
    ...(entry.messageErrorCode === CM_NUMBER_CODE ? { isNumberUnusable: true } : {}),
  };
}
