import type { CallResult } from './call-operator.ts';
import { failCheck, type ConnectionCheck } from './connection-check.ts';

/** What a request says that got no answer. */
export function readNoAnswer(
  title: string,
  result: Exclude<CallResult, { kind: 'answered' }>,
): ConnectionCheck {
  if (result.kind === 'lost')
    return failCheck('unclear', `${title} was asked, and ${result.error}. Try again in a moment.`);
  const advice = result.isBlocked ? '' : ' Check the address, and try again.';
  return failCheck('unreachable', `${title} was not asked: ${result.error}.${advice}`);
}
