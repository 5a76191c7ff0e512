import type { Response } from 'express';
import type { World } from './world.ts';

/** The ledger lives in memory; a full carrier says so rather than forget what it carried. */
export function hasRoom({ ledger, capacity }: World, messages: number): boolean {
  return ledger.acceptedCount() + messages <= capacity;
}

export function refuseFull(response: Response, capacity: number): void {
  response
    .status(503)
    .type('text/plain')
    .send(
      `This carrier holds ${capacity} messages at most and takes no more. Start it with a larger CARRIER_CAPACITY, or with an empty ledger.`,
    );
}
