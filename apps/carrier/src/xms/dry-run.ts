import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { World } from '../world.ts';
import { composeMessages } from './compose.ts';
import { readBatch } from './read-batch.ts';
import { readQuery, sendRefusal } from './send-refusal.ts';

const querySchema = z.object({
  per_recipient: z.enum(['true', 'false']).default('false'),
  number_of_recipients: z.coerce.number().int().min(0).max(1000).default(100),
});

/** `POST /batches/dry_run`: parts and bodies of a batch that is not sent. */
export function dryRun(world: World): RequestHandler {
  return (request, response) => {
    const { callbackUrl } = world;
    const { limits } = world.behaviour();
    const query = readQuery(querySchema, request, response);
    if (query === null) return;
    const read = readBatch(request.body, { ...limits, now: Date.now(), callbackUrl });
    if (!read.ok) {
      sendRefusal(response, read.refusal);
      return;
    }
    const messages = composeMessages(read.request);
    const { per_recipient, number_of_recipients } = query;
    response.json({
      number_of_recipients: messages.length,
      number_of_messages: messages.reduce((sum, { parts }) => sum + parts, 0),
      ...(per_recipient === 'true' && {
        per_recipient: messages.slice(0, number_of_recipients).map((message) => ({
          recipient: message.recipient,
          number_of_parts: message.parts,
          body: message.text,
          encoding: message.encoding,
        })),
      }),
    });
  };
}
