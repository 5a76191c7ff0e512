import type { RequestHandler } from 'express';
import { createBatchId } from '../batch-id.ts';
import { acceptAndAnswer } from '../faults/accept-and-answer.ts';
import { failBefore } from '../faults/fail-before.ts';
import type { FailureBodies } from '../faults/fail-before.ts';
import { newCmBatch } from '../ledger/new-cm-batch.ts';
import type { Behaviour } from '../network/behaviour.ts';
import { draw } from '../network/draw.ts';
import { hasRoom, refuseFull } from '../room.ts';
import type { World } from '../world.ts';
import { refusalBody, verdictsBody } from './answer.ts';
import { faultOf, judgeMessage } from './judge-message.ts';
import type { Verdict } from './judge-message.ts';
import { readEnvelope } from './read-envelope.ts';

const failures: FailureBodies = { 500: { type: 'application/json', body: refusalBody(500) } };

/** `POST /v1.0/message`: every pair of message and recipient is accepted or rejected by itself. */
export function postMessage(world: World): RequestHandler {
  return async (request, response) => {
    const now = Date.now();
    const behaviour = world.behaviour();
    const envelope = readEnvelope(request.body);
    if (!envelope.ok) {
      response.status(400).json(refusalBody(envelope.code, envelope.where));
      return;
    }
    if (behaviour.cm.refusalCode !== null) {
      response.status(400).json(refusalBody(behaviour.cm.refusalCode));
      return;
    }
    const verdicts = envelope.messages
      .flatMap((message) => judgeMessage(message, now))
      .map((verdict) => filterOne(verdict, behaviour));
    const orders = verdicts.flatMap((verdict) => (verdict.ok ? [verdict.order] : []));
    if (orders.length === 0) {
      response.status(400).json(verdictsBody(verdicts));
      return;
    }
    if (!hasRoom(world, orders.length)) {
      refuseFull(response, world.capacity);
      return;
    }
    const strike = world.faults.strike();
    if (failBefore(response, strike, failures)) return;
    await acceptAndAnswer(world, response, {
      created: orders.map((order) => newCmBatch({ id: createBatchId(now), createdAt: now, request: order })),
      strike,
      status: 200,
      body: () => verdictsBody(verdicts),
    });
  };
}

/** CM's filters, for as large a share of the good messages as the behaviour says. */
function filterOne(verdict: Verdict, { seed, cm }: Behaviour): Verdict {
  if (!verdict.ok || draw(seed, `reject ${verdict.order.to} ${verdict.order.text}`) >= cm.rejected) {
    return verdict;
  }
  const { to, reference = '' } = verdict.order;
  return { ok: false, to, reference, fault: faultOf(cm.rejectionCode) };
}
