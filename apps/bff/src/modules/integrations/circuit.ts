import type { SendOutcome } from '@curlew/providers';
import type { AppContext } from '../../app-context.ts';
import { addTrouble, closeCircuit } from './circuit-store.ts';

const mostFailures = 5;
const firstHoldMs = 30_000;
const longestHoldMs = 5 * 60_000;
// It knows best; but one that says a year has made a mistake.
const longestAskedMs = 3_600_000;
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

interface Fault {
  readonly error: string;
  /** As the operator asks; null: it did not say. */
  readonly afterMs: number | null;
  readonly stopsQueue: boolean;
}

// An account may be used up by the first messages of a request: then it took those, and has no more to give.
const faultOf = ({ outcome, error }: Answered): Fault | null => {
  switch (outcome.kind) {
    case 'accepted':
      return outcome.again?.stopsQueue === true ? { afterMs: null, ...outcome.again } : null;
    case 'refused':
      return null;
    case 'retry':
      // It looked at the request, and will not have it as a whole: one of its messages is at fault and not the operator.
      return outcome.inHalves && !outcome.stopsQueue ? null : { ...outcome, error };
    case 'unknown':
      return { error, afterMs: null, stopsQueue: false };
  }
};

const holdOf = ({ afterMs, stopsQueue }: Fault, at: Date): Date | null => {
  // The operator says itself for how long it is to be left alone.
  const holdMs = afterMs ?? (stopsQueue ? stoppedHoldMs : null);
  return holdMs === null ? null : new Date(at.getTime() + Math.min(holdMs, longestAskedMs));
};

/**
 * Breaks the circuit to an operator that takes nothing: at once where the account is at fault or the operator asks for a pause, else
 * after some requests in a row that came to nothing. The first that succeeds closes it again. All workers go by it.
 */
export const noteOutcome = async (
  { database, log, now }: Pick<AppContext, 'database' | 'log' | 'now'>,
  answered: Answered,
): Promise<void> => {
  const { integrationId, isInTrouble } = answered;
  const fault = faultOf(answered);
  if (!fault) {
    if (isInTrouble) await closeCircuit(database.pool, { id: integrationId, at: now() });
    return;
  }
  const at = now();
  const rules = { most: mostFailures, firstHoldMs, longestHoldMs };
  const heldUntil = await addTrouble(database, integrationId, {
    error: fault.error,
    at,
    until: holdOf(fault, at),
    ...rules,
  });
  if (heldUntil && heldUntil > at)
    log.warn({ integrationId, heldUntil, error: fault.error }, 'operator is left alone');
};
