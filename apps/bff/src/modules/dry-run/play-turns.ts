import { createTurns } from '../../turns.ts';

/** Of each kind: some seconds each, so that the last of them does not wait for minutes. */
const mostWaiting = 20;

/**
 * Others of the server go on while a dry run is played, and no two of a kind crowd them out. What is played before a start waits
 * for other starts, and never for those who merely look.
 */
export const playTurns = {
  look: createTurns(1, mostWaiting),
  start: createTurns(1, mostWaiting),
} as const;
