import { z } from 'zod';
import { callOperator } from '../call-operator.ts';
import { readNoAnswer, type ConnectionCheck } from '../connection-check.ts';
import { readJson } from '../json.ts';
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
      ? {
          ok: true,
          said: 'Sinch answered: it knows this service plan and takes its token. Nothing was sent.',
        }
      : wrongAddress('The server at this address answered, but not as Sinch does. Check the address.');
  }
  const { text } = readSinchError(result, context.secrets);
  if (status === 401 || status === 403)
    return {
      ok: false,
      reason: 'refused_credentials',
      said: `Sinch refused the token for this service plan (${status}: ${text}). Check the service plan ID and the API token.`,
    };
  if (status === 404)
    return wrongAddress(
      `Sinch does not know this service plan here (404: ${text}). Check the region and the service plan ID.`,
    );
  if (status >= 300 && status < 400)
    return wrongAddress(
      `The server at this address wants to be asked elsewhere (${status}). Check the address.`,
    );
  return unclear(`Sinch answered ${status}: ${text}. Try again in a moment.`);
}

function wrongAddress(said: string): ConnectionCheck {
  return { ok: false, reason: 'wrong_address', said };
}

function unclear(said: string): ConnectionCheck {
  return { ok: false, reason: 'unclear', said };
}
