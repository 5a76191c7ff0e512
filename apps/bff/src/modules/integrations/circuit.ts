import type { SendOutcome } from '@curlew/providers';
import type { AppContext } from '../../app-context.ts';
import { addTrouble, closeCircuit } from './circuit-store.ts';

const mostFailures = 5;
const firstHoldMs = 30_000;
const longestHoldMs = 5 * 60_000;
// Until a person has mended the account or its settings.
const stoppedHoldMs = 60_000;

interface Answered {
  readonly integrationId: string;
  readonly outcome: SendOutcome;
  /** What the operator said, without numbers of customers. */
  readonly error: string;
  /** Whether anything is known against the integration: where nothing is, a success changes nothing. */
  readonly isInTrouble: boolean;
}

const holdOf = (outcome: SendOutcome, at: Date): Date | null => {
  if (outcome.kind !== 'retry') return null;
  if (outcome.stopsQueue) return new Date(at.getTime() + (outcome.afterMs ?? stoppedHoldMs));
  // The operator says itself for how long it is to be left alone.
  return outcome.afterMs === null ? null : new Date(at.getTime() + Math.min(outcome.afterMs, longestHoldMs));
};

/**
 * Breaks the circuit to an operator that takes nothing: at once where the account is at fault or the operator asks for a pause, else
 * after some requests in a row that came to nothing. The first that succeeds closes it again. All workers go by it.
 */
export const noteOutcome = async (
  { database, log, now }: Pick<AppContext, 'database' | 'log' | 'now'>,
  { integrationId, outcome, error, isInTrouble }: Answered,
): Promise<void> => {
  if (outcome.kind === 'accepted' || outcome.kind === 'refused') {
    if (isInTrouble) await closeCircuit(database.pool, { id: integrationId, at: now() });
    return;
  }
  const at = now();
  const rules = { most: mostFailures, firstHoldMs, longestHoldMs };
  const heldUntil = await addTrouble(database, integrationId, {
    error,
    at,
    until: holdOf(outcome, at),
    ...rules,
  });
  if (heldUntil && heldUntil > at) log.warn({ integrationId, heldUntil, error }, 'operator is left alone');
};
