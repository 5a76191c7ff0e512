import { codes, isFinal } from '../message.ts';
import type { Batch, Message } from '../message.ts';
import type { Change, Ledger } from '../ledger/ledger.ts';
import type { NewBatch } from '../ledger/new-batch.ts';
import type { Behaviour } from './behaviour.ts';
import { createDueQueue } from './due-queue.ts';
import { decideDelay, decideOutcome } from './outcome.ts';

interface Step {
  readonly message: Message;
  readonly kind: 'enter' | 'dispatch' | 'deliver';
}

export interface Network {
  /** Starts every message of a batch that can be sent and aborts the others. */
  carry(batch: NewBatch): void;
  /** Takes up the messages that had no final status when the carrier stopped. */
  resume(batch: Batch): void;
  stop(): void;
}

/** The way of a message from acceptance to the phone: queued, dispatched, then delivered or not. */
export function createNetwork(world: {
  readonly ledger: Ledger;
  readonly behaviour: () => Behaviour;
  readonly onChange: (message: Message) => void;
}): Network {
  const { ledger, onChange } = world;
  const due = createDueQueue<Step>(take);
  let nextSlot = 0;

  function move(message: Message, change: Omit<Change, 'at'>): void {
    ledger.move(message, { ...change, at: Date.now() });
    onChange(message);
  }

  /** Waits for send_at, then takes the next free slot of the plan: first in, first out. */
  function enter(message: Message): void {
    const now = Date.now();
    const behaviour = world.behaviour();
    const ready = now + decideDelay(behaviour, 'dispatch', keyOf(message));
    const rate = behaviour.throughput.messagesPerSecond;
    const slot = rate === null ? ready : Math.max(ready, nextSlot);
    if (rate !== null) nextSlot = slot + 1000 / rate;
    if (slot > ready) onChange(message);
    due.push(slot, { message, kind: 'dispatch' });
  }

  function dispatch(message: Message): void {
    if (Date.now() >= message.batch.expireAt) {
      move(message, expiry[message.batch.wire]);
      return;
    }
    move(message, { status: 'Dispatched', code: codes.dispatched });
    deliverLater(message);
  }

  function deliverLater(message: Message): void {
    const wait = decideDelay(world.behaviour(), 'deliver', keyOf(message));
    due.push(Date.now() + wait, { message, kind: 'deliver' });
  }

  function take({ message, kind }: Step): void {
    switch (kind) {
      case 'enter':
        enter(message);
        return;
      case 'dispatch':
        dispatch(message);
        return;
      case 'deliver': {
        const { status, code } = decideOutcome(world.behaviour(), message.batch.wire, keyOf(message));
        move(message, { status, code });
      }
    }
  }

  function start(message: Message): void {
    const { sendAt } = message.batch;
    if (sendAt <= Date.now()) enter(message);
    else due.push(sendAt, { message, kind: 'enter' });
  }

  return {
    carry({ batch, aborted }) {
      for (const message of batch.messages) {
        const abortCode = aborted.get(message);
        if (abortCode === undefined) start(message);
        else move(message, { status: 'Aborted', code: abortCode });
      }
    },
    resume(batch) {
      for (const message of batch.messages) {
        if (!isFinal(message.status)) start(message);
      }
    },
    stop: () => due.stop(),
  };
}

/** How a message ends that was not dispatched in time. */
const expiry = {
  xms: { status: 'Aborted', code: codes.expired },
  cm: { status: 'Expired', code: codes.cmExpired },
} as const;

/** Recipient and text, not the batch's id: that differs from run to run and the seed's promise would be void. */
function keyOf(message: Message): string {
  return `${message.recipient} ${message.text}`;
}
