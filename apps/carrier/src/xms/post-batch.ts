import { setTimeout as wait } from 'node:timers/promises';
import type { RequestHandler } from 'express';
import { createBatchId } from '../batch-id.ts';
import { batchLine } from '../ledger/ledger-line.ts';
import { newBatch } from '../ledger/new-batch.ts';
import type { World } from '../world.ts';
import { viewBatch } from './batch-view.ts';
import { answerAccepted, drawFault, drawWait, failBefore } from './faults.ts';
import { readBatch } from './read-batch.ts';
import { sendRefusal } from './send-refusal.ts';

/** `POST /batches`: written to the ledger's file before it is answered, so what was accepted survives a kill. */
export function postBatch(world: World): RequestHandler {
  let requests = 0;
  return async (request, response) => {
    requests += 1;
    const nth = requests;
    const behaviour = world.behaviour();
    const fault = drawFault(behaviour, nth);
    if (failBefore(response, fault)) return;
    const now = Date.now();
    const { callbackUrl } = world;
    const read = readBatch(request.body, { ...behaviour.limits, now, callbackUrl });
    if (!read.ok) {
      sendRefusal(response, read.refusal);
      return;
    }
    // The ledger lives in memory; a full carrier says so rather than forget what it carried.
    if (world.ledger.acceptedCount() + read.request.to.length > world.capacity) {
      response.status(503).end();
      return;
    }
    const created = newBatch({ id: createBatchId(now), createdAt: now, request: read.request });
    world.file.append(batchLine(created.batch));
    const isWritten = await world.file.flushed().then(
      () => true,
      () => false,
    );
    if (!isWritten) {
      response.status(500).end();
      return;
    }
    world.ledger.accept(created.batch);
    world.network.carry(created);
    const patience = drawWait(behaviour, nth);
    if (patience > 0) await wait(patience);
    answerAccepted(response, fault, viewBatch(created.batch));
  };
}
