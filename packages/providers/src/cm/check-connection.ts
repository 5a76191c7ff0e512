import { callOperator } from '../call-operator.ts';
import { failCheck, readRedirect, type ConnectionCheck } from '../connection-check.ts';
import type { CallContext } from '../provider.ts';
import { readNoAnswer } from '../read-no-answer.ts';
import { cmHeaders, cmMessageUrl } from './address.ts';
import { readCmAnswer, readCmDetails } from './answer.ts';
import { CM_ERRORS, CM_INTERNAL_CODE } from './error-codes.ts';
import type { CmSecrets, CmSettings } from './settings.ts';

const UNKNOWN_TOKEN: ReadonlySet<number> = new Set([101, 103]);
const NO_BALANCE = 102;

/** `POST /v1.0/message` with a list of no messages: CM finds fault with the token first, or else with the list. */
export async function checkCmConnection(
  context: CallContext<CmSettings, CmSecrets>,
): Promise<ConnectionCheck> {
  const { settings, secrets } = context;
  const headers = { ...cmHeaders(secrets), 'Content-Type': 'application/json' };
  const body = JSON.stringify({ messages: { msg: [] } });
  const result = await callOperator(cmMessageUrl(settings), { method: 'POST', headers, body }, context);
  if (result.kind !== 'answered') return readNoAnswer('CM.com', result);
  const { status } = result;
  const said = readCmAnswer(result.body);
  if (status === 401 || status === 403 || (said && UNKNOWN_TOKEN.has(said.errorCode)))
    return failCheck(
      'refused_credentials',
      `CM.com refused the product token (${said?.errorCode ?? status}: ${readCmDetails(result, secrets)}). Check the product token.`,
    );
  if (said?.errorCode === NO_BALANCE)
    return failCheck(
      'unclear',
      'CM.com takes the product token, but the balance of the account is too low to send (102). Top it up.',
    );
  if (status === 429 || status >= 500 || said?.errorCode === CM_INTERNAL_CODE)
    return failCheck(
      'unclear',
      `CM.com answered ${status}: ${readCmDetails(result, secrets)}. Try again in a moment.`,
    );
  if (said && (said.errorCode === 0 || CM_ERRORS.has(said.errorCode)))
    return { ok: true, said: 'CM.com answers and does not object to the product token. Nothing was sent.' };
  return (
    readRedirect(status) ??
    failCheck('wrong_address', `What answers at this address is not CM.com (${status}). Check the address.`)
  );
}
