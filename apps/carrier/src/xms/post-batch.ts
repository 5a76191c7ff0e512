import type { RequestHandler } from 'express';
import { createBatchId } from '../batch-id.ts';
import { acceptAndAnswer } from '../faults/accept-and-answer.ts';
import { failBefore } from '../faults/fail-before.ts';
import type { FailureBodies } from '../faults/fail-before.ts';
import { newBatch } from '../ledger/new-batch.ts';
import { hasRoom, refuseFull } from '../room.ts';
import type { World } from '../world.ts';
import { viewBatch } from './batch-view.ts';
import { readBatch } from './read-batch.ts';
import { sendRefusal } from './send-refusal.ts';

const failures: FailureBodies = {
  429: {
    type: 'application/problem+json',
    body: { type: 'about:blank', title: 'Too Many Requests', detail: 'Too many outstanding requests' },
  },
};

/** `POST /batches`. Faults strike what would be accepted; what is wrong is refused whatever else goes wrong. */
export function postBatch(world: World): RequestHandler {
  return async (request, response) => {
    const now = Date.now();
    const { callbackUrl } = world;
    const read = readBatch(request.body, { ...world.behaviour().limits, now, callbackUrl });
    if (!read.ok) {
      sendRefusal(response, read.refusal);
      return;
    }
    if (!hasRoom(world, read.request.to.length)) {
      refuseFull(response, world.capacity);
      return;
    }
    const strike = world.faults.strike();
    if (failBefore(response, strike, failures)) return;
    const created = newBatch({ id: createBatchId(now), createdAt: now, request: read.request });
    await acceptAndAnswer(world, response, {
      created: [created],
      strike,
      status: 201,
      body: () => viewBatch(created.batch),
    });
  };
}
