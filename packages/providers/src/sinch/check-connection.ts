import { z } from 'zod';
import { callOperator } from '../call-operator.ts';
import { failCheck, readRedirect, type ConnectionCheck } from '../connection-check.ts';
import { readJson } from '../json.ts';
import { readNoAnswer } from '../read-no-answer.ts';
import { sinchBatchesUrl, sinchHeaders, type SinchContext } from './address.ts';
import { readSinchError } from './sinch-error.ts';

const pageSchema = z.object({ batches: z.array(z.unknown()) });

/** `GET /batches` with a page of one: it needs the plan and its token, and sends nothing. */
export async function checkSinchConnection(context: SinchContext): Promise<ConnectionCheck> {
  const url = `${sinchBatchesUrl(context.settings)}?page_size=1`;
  const result = await callOperator(url, { method: 'GET', headers: sinchHeaders(context.secrets) }, context);
  if (result.kind !== 'answered') return readNoAnswer('Sinch', result);
  const { status, body } = result;
  if (status === 200) {
    return pageSchema.safeParse(readJson(body)).success
      ? { ok: true, said: 'Sinch knows this service plan and takes its token. Nothing was sent.' }
      : failCheck('wrong_address', 'What answers at this address is not Sinch. Check the address.');
  }
  const { code, text } = readSinchError(result, context.secrets);
  // Without a body that says more, the text repeats the status.
  const why = code === `http_${status}` ? String(status) : `${status}: ${text}`;
  switch (status) {
    case 401:
    case 403:
      return failCheck(
        'refused_credentials',
        `Sinch refused the token for this service plan (${why}). Check the service plan ID and the API token.`,
      );
    case 404:
      return failCheck(
        'wrong_address',
        `Sinch does not know this service plan here (${why}). Check the region and the service plan ID.`,
      );
    default:
      return readRedirect(status) ?? failCheck('unclear', `Sinch answered ${why}. Try again in a moment.`);
  }
}
