import type { RequestHandler } from 'express';
import { z } from 'zod';
import { statuses } from '../message.ts';
import { batchReport, recipientReport } from '../reports/report-body.ts';
import type { World } from '../world.ts';
import { toMsisdn } from './phone-number.ts';
import { readQuery } from './send-refusal.ts';

const list = z.string().transform((raw) => raw.split(',').map((part) => part.trim()));

const querySchema = z.object({
  type: z.enum(['summary', 'full']).default('summary'),
  status: list.pipe(z.array(z.enum(statuses))).optional(),
  code: list.pipe(z.array(z.string().regex(/^\d+$/, 'not a code').transform(Number))).optional(),
});

/** `GET /batches/{id}/delivery_report`: how the batch stands now, whatever reports it asked for. */
export function getBatchReport(world: World): RequestHandler<{ id: string }> {
  return (request, response) => {
    const batch = world.ledger.findXmsBatch(request.params.id);
    if (batch === undefined) {
      response.status(404).end();
      return;
    }
    const query = readQuery(querySchema, request, response);
    if (query === null) return;
    const { type, status, code } = query;
    response.json(
      batchReport(batch, {
        type,
        keep: (message) =>
          (status?.includes(message.status) ?? true) && (code?.includes(message.code) ?? true),
      }),
    );
  };
}

/** `GET /batches/{id}/delivery_report/{msisdn}`: one recipient of a batch. */
export function getRecipientReport(world: World): RequestHandler<{ id: string; msisdn: string }> {
  return (request, response) => {
    const number = toMsisdn(request.params.msisdn);
    const batch = world.ledger.findXmsBatch(request.params.id);
    const message = batch?.messages.find(({ recipient }) => recipient === number);
    if (batch === undefined || message === undefined) response.status(404).end();
    else response.json(recipientReport(message, batch));
  };
}
