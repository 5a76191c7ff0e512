import type { CallResult } from './call-operator.ts';
import { failCheck, type ConnectionCheck } from './connection-check.ts';

/** What a request says that got no answer. */
export function readNoAnswer(
  title: string,
  result: Exclude<CallResult, { kind: 'answered' }>,
): ConnectionCheck {
  return result.kind === 'not_sent'
    ? failCheck('unreachable', `${title} was not asked: ${result.error}. Check the address, and try again.`)
    : failCheck('unclear', `${title} was asked, and ${result.error}. Try again in a moment.`);
}
