import { z } from 'zod';
import { callOperator } from '../call-operator.ts';
import { readJson } from '../json.ts';
import type { FindOutcome } from '../provider.ts';
import { sinchBatchesUrl, sinchHeaders, type SinchContext } from './address.ts';
import { readSinchError } from './sinch-error.ts';
import { operatorIdSchema } from '../operator-id.ts';

// Sinch looks back one day unless told, and keeps batches for 14.
const LOOK_BACK_MS = 13 * 24 * 60 * 60 * 1000;

const pageSchema = z.object({
  count: z.int().optional(),
  batches: z.array(z.object({ id: operatorIdSchema, client_reference: z.string().nullish() })),
});

/** `GET /batches` by client reference. Only an empty list, by its own count too, proves that nothing is there. */
export async function findSinchBatch(reference: string, context: SinchContext): Promise<FindOutcome> {
  const query = new URLSearchParams({
    client_reference: reference,
    start_date: new Date(context.now() - LOOK_BACK_MS).toISOString(),
    page_size: '10',
  });
  const url = `${sinchBatchesUrl(context.settings)}?${query.toString()}`;
  const result = await callOperator(url, { method: 'GET', headers: sinchHeaders(context.secrets) }, context);
  if (result.kind !== 'answered') return { kind: 'unknown', error: result.error };
  if (result.status !== 200) return { kind: 'unknown', error: readSinchError(result, context.secrets).text };
  return readPage(result.body, reference);
}

function readPage(body: string | null, reference: string): FindOutcome {
  const page = pageSchema.safeParse(readJson(body));
  if (!page.success) return { kind: 'unknown', error: 'the list of batches cannot be read' };
  const { batches, count = batches.length } = page.data;
  const found = batches.find((batch) => batch.client_reference === reference);
  if (found !== undefined) return { kind: 'found', providerBatchId: found.id };
  if (batches.length === 0 && count === 0) return { kind: 'not_found' };
  return { kind: 'unknown', error: 'the list of batches is not about this request' };
}
