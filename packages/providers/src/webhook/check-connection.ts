import { callOperator } from '../call-operator.ts';
import { failCheck, readRedirect, type ConnectionCheck } from '../connection-check.ts';
import type { CallContext } from '../provider.ts';
import { readNoAnswer } from '../read-no-answer.ts';
import { readSendAnswer } from './read-send-answer.ts';
import type { WebhookSecrets, WebhookSettings } from './settings.ts';
import { signWebhook } from './sign.ts';

const warning =
  'But it did not name what it took. It should answer 200 and JSON with the id of the request, as {"id":"…"}: a message that is answered otherwise becomes unknown, though it may have been sent.';

/** Posts a signed `ping`, once. A receiver answers it as it does a message: by naming what it took. */
export async function checkWebhookConnection(
  context: CallContext<WebhookSettings, WebhookSecrets>,
): Promise<ConnectionCheck> {
  const now = context.now();
  const id = `ping-${now}`;
  const body = JSON.stringify({ type: 'ping', timestamp: new Date(now).toISOString(), data: { id } });
  const signed = { id, timestamp: Math.floor(now / 1000), body };
  const headers = {
    Accept: 'application/json',
    'Content-Type': 'application/json',
    ...(await signWebhook(signed, context.secrets.signing)),
  };
  const result = await callOperator(context.settings.url, { method: 'POST', headers, body }, context);
  if (result.kind !== 'answered') return readNoAnswer('Your server', result);
  const { status } = result;
  if (status >= 200 && status < 300) {
    const said = `Your server answered ${status} to a signed ping. No message was sent.`;
    const { secrets } = context;
    const outcome = readSendAnswer(result, { messageId: id, reference: id, secrets, now });
    return outcome.kind === 'accepted' ? { ok: true, said } : { ok: true, said, warning };
  }
  switch (status) {
    case 401:
    case 403:
      return failCheck(
        'refused_credentials',
        `Your server refused the signature of a ping (${status}). Check that both sides have the same signing secret.`,
      );
    case 404:
    case 410:
      return failCheck('wrong_address', `There is nothing at this address (${status}). Check it.`);
    default:
      return (
        readRedirect(status) ??
        failCheck(
          'unclear',
          `Your server answered ${status} to a signed ping, where it should say 2xx. Messages may go through all the same.`,
        )
      );
  }
}
