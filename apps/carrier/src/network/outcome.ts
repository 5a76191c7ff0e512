import { codes } from '../message.ts';
import type { Batch, Status } from '../message.ts';
import type { Behaviour } from './behaviour.ts';
import { draw } from './draw.ts';

export interface Outcome {
  readonly status: Status;
  readonly code: number;
}

/** What becomes of a message at the phone; the same seed and key always meet the same end. */
export function decideOutcome(behaviour: Behaviour, wire: Batch['wire'], key: string): Outcome {
  if (draw(behaviour.seed, `fail ${key}`) >= behaviour.failure.share) {
    return { status: 'Delivered', code: codes.delivered };
  }
  const choices = wire === 'cm' ? behaviour.failure.cmCodes : behaviour.failure.codes;
  const total = choices.reduce((sum, { weight }) => sum + weight, 0);
  let left = draw(behaviour.seed, `code ${key}`) * total;
  for (const choice of choices) {
    left -= choice.weight;
    if (left < 0) return choice;
  }
  throw new Error(`no failure code drawn for ${key}`);
}

/** A delay around `ms`, never below zero. */
export function decideDelay(behaviour: Behaviour, stage: keyof Behaviour['delay'], key: string): number {
  const { ms, jitter } = behaviour.delay[stage];
  return Math.max(0, ms + (draw(behaviour.seed, `${stage} ${key}`) * 2 - 1) * jitter);
}
