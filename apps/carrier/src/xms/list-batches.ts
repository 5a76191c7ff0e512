import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { XmsBatch } from '../message.ts';
import type { World } from '../world.ts';
import { viewBatch } from './batch-view.ts';
import { readQuery } from './send-refusal.ts';
import { toSender } from './sender.ts';

const day = 24 * 60 * 60 * 1000;

const time = z
  .string()
  .transform((raw) => Date.parse(raw))
  .refine((at) => !Number.isNaN(at), 'not an ISO 8601 time');

const querySchema = z.object({
  client_reference: z.string().optional(),
  from: z.string().optional(),
  page: z.coerce.number().int().min(0).default(0),
  page_size: z.coerce.number().int().min(1).max(100).default(30),
  start_date: time.optional(),
  end_date: time.optional(),
});

type Query = z.infer<typeof querySchema>;

/** `GET /batches`: newest first; without start_date the last 24 hours, and never further back than 14 days. */
export function listBatches(world: World): RequestHandler {
  return (request, response) => {
    const query = readQuery(querySchema, request, response);
    if (query === null) return;
    const found = world.ledger.batches.filter((batch) => matches(batch, query, Date.now())).reverse();
    const batches = found.slice(query.page * query.page_size, (query.page + 1) * query.page_size);
    response.json({
      count: found.length,
      page: query.page,
      page_size: batches.length,
      batches: batches.map(viewBatch),
    });
  };
}

function matches(batch: XmsBatch, query: Query, now: number): boolean {
  const { client_reference, from, start_date, end_date } = query;
  const earliest = Math.max(start_date ?? now - day, now - 14 * day);
  if (batch.createdAt < earliest || batch.createdAt >= (end_date ?? Infinity)) return false;
  if (client_reference !== undefined && batch.request.client_reference !== client_reference) return false;
  const senders = from?.split(',').map((raw) => toSender(raw.trim()));
  return senders === undefined || senders.includes(batch.request.from ?? null);
}
