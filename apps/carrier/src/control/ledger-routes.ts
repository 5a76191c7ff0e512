import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import { z } from 'zod';
import { statuses } from '../message.ts';
import type { Message } from '../message.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { viewEntry } from './entry-view.ts';
import { refuse } from './refuse.ts';

const filterSchema = z.object({
  status: z.enum(statuses).optional(),
  hidden: z.enum(['true', 'false']).optional(),
  wire: z.enum(['xms', 'cm']).optional(),
});

const pageSchema = filterSchema.extend({
  cursor: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(50_000).default(1000),
});

type Filter = z.infer<typeof filterSchema>;

/** `/ledger`: what was accepted, as numbers, in pages, or all of it line by line. */
export function createLedgerRoutes(ledger: Ledger): Router {
  const router = Router();

  router.get('/summary', (_request, response) => {
    response.json(ledger.summarise());
  });

  router.get('/totals', (_request, response) => {
    response.json(ledger.total());
  });

  router.get('/messages', (request, response) => {
    const parsed = pageSchema.safeParse(request.query);
    if (!parsed.success) {
      refuse(response, 'invalid_query', parsed.error);
      return;
    }
    const { cursor, limit, ...filter } = parsed.data;
    const messages: Message[] = [];
    let position = cursor;
    for (; position < ledger.messages.length && messages.length < limit; position += 1) {
      const message = ledger.messages[position];
      if (message !== undefined && matches(message, filter)) messages.push(message);
    }
    const nextCursor = position < ledger.messages.length ? position : null;
    response.json({ messages: messages.map(viewEntry), nextCursor });
  });

  router.get('/messages.ndjson', async (request, response) => {
    const parsed = filterSchema.safeParse(request.query);
    if (!parsed.success) {
      refuse(response, 'invalid_query', parsed.error);
      return;
    }
    response.type('application/x-ndjson');
    // Whoever hangs up in the middle has read enough.
    await pipeline(Readable.from(linesOf(ledger, parsed.data)), response).catch(() => undefined);
  });

  return router;
}

const linesPerChunk = 1000;

function* linesOf({ messages }: Ledger, filter: Filter): Generator<string> {
  // What is accepted while the list is being read belongs to the next one.
  const end = messages.length;
  for (let start = 0; start < end; start += linesPerChunk) {
    const chunk = messages
      .slice(start, Math.min(end, start + linesPerChunk))
      .filter((message) => matches(message, filter))
      .map((message) => `${JSON.stringify(viewEntry(message))}\n`)
      .join('');
    if (chunk !== '') yield chunk;
  }
}

function matches({ status, batch }: Message, filter: Filter): boolean {
  return (
    (filter.status === undefined || status === filter.status) &&
    (filter.hidden === undefined || (batch.hiddenBy !== null) === (filter.hidden === 'true')) &&
    (filter.wire === undefined || batch.wire === filter.wire)
  );
}
