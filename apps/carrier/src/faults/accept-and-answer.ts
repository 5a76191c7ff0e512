import { setTimeout as wait } from 'node:timers/promises';
import type { Response } from 'express';
import { acceptedLine, hiddenLine } from '../ledger/ledger-line.ts';
import type { NewBatch } from '../ledger/new-batch.ts';
import type { World } from '../world.ts';
import type { Strike } from './fault-plan.ts';
import { hold } from './hold.ts';

/**
 * Takes on what a request asks for, then answers it, or fails to. All of it is written to the ledger's file before it is
 * answered, so what was accepted survives a kill; what was accepted and hidden is marked as such.
 */
export async function acceptAndAnswer(
  world: World,
  response: Response,
  what: {
    readonly created: readonly NewBatch[];
    readonly strike: Strike;
    readonly status: 200 | 201;
    readonly body: () => unknown;
  },
): Promise<void> {
  const { created, strike, status } = what;
  for (const { batch } of created) {
    batch.hiddenBy = strike.after;
    world.file.append(acceptedLine(batch));
  }
  const isWritten = await world.file.flushed().then(
    () => true,
    () => false,
  );
  if (!isWritten) {
    response.status(500).end();
    return;
  }
  for (const one of created) {
    world.ledger.accept(one.batch);
    world.network.carry(one);
  }
  // Whoever hangs up before the whole answer is out does not know either: tired of a slow one, killed, or cut off.
  const hideUnlessAnswered = () => {
    if (!response.writableFinished) hideFrom(world, created);
  };
  if (response.destroyed) hideUnlessAnswered();
  else response.once('close', hideUnlessAnswered);
  if (strike.waitMs > 0) await wait(strike.waitMs);
  if (!response.destroyed) answer(response, { strike, status, json: JSON.stringify(what.body()) });
}

function hideFrom({ ledger, file }: World, created: readonly NewBatch[]): void {
  for (const { batch } of created) {
    if (batch.hiddenBy !== null) continue;
    ledger.hide(batch, 'clientGone');
    file.append(hiddenLine(batch, 'clientGone'));
  }
}

function answer(
  response: Response,
  what: { readonly strike: Strike; readonly status: number; readonly json: string },
): void {
  const { strike, status, json } = what;
  switch (strike.after) {
    case 'dropAfter':
      response.socket?.destroy();
      return;
    case 'timeoutAfter':
      hold(response, strike.holdMs);
      return;
    case 'truncated':
    case null: {
      const body = strike.after === null ? json : json.slice(0, Math.floor(json.length / 2));
      response.status(status).type('application/json').send(body);
    }
  }
}
