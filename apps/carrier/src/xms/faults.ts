import type { Response } from 'express';
import type { Behaviour } from '../network/behaviour.ts';
import { draw } from '../network/draw.ts';
import { decideDelay } from '../network/outcome.ts';

export type Fault = 'status429' | 'status500' | 'status503' | 'dropBefore' | 'dropAfter' | 'truncated';

const faults: readonly Fault[] = [
  'status429',
  'status500',
  'status503',
  'dropBefore',
  'dropAfter',
  'truncated',
];

/** Draws what goes wrong with the n-th request; at most one thing does. */
export function drawFault(behaviour: Behaviour, nth: number): Fault | null {
  let left = draw(behaviour.seed, `fault ${nth}`);
  for (const fault of faults) {
    left -= behaviour.faults[fault];
    if (left < 0) return fault;
  }
  return null;
}

/** Lets a fault strike that strikes before a batch is accepted; false when the batch may go on. */
export function failBefore(response: Response, fault: Fault | null): boolean {
  if (fault === null || fault === 'dropAfter' || fault === 'truncated') return false;
  if (fault === 'dropBefore') {
    response.socket?.destroy();
    return true;
  }
  const status = { status429: 429, status500: 500, status503: 503 }[fault];
  const problem = {
    type: 'about:blank',
    title: 'Too Many Requests',
    detail: 'Too many outstanding requests',
  };
  if (status === 429) response.status(429).type('application/problem+json').send(problem);
  else response.status(status).end();
  return true;
}

/** Answers an accepted batch, or fails to. */
export function answerAccepted(response: Response, fault: Fault | null, view: unknown): void {
  if (fault === 'dropAfter') {
    response.socket?.destroy();
    return;
  }
  const json = JSON.stringify(view);
  const body = fault === 'truncated' ? json.slice(0, Math.floor(json.length / 2)) : json;
  response.status(201).type('application/json').send(body);
}

/** Keeps answers back for as long as the behaviour says: always `accept`, and `slow` for its share. */
export function drawWait(behaviour: Behaviour, nth: number): number {
  const accept = decideDelay(behaviour, 'accept', String(nth));
  const isSlow = draw(behaviour.seed, `slow ${nth}`) < behaviour.faults.slow.share;
  return isSlow ? accept + behaviour.faults.slow.ms : accept;
}
