import type { Batch } from '../message.ts';

export interface DuplicateSummary {
  /** Messages beyond the first with the same reference to the same recipient. */
  readonly count: number;
  /** The first hundred such pairs. */
  readonly pairs: readonly {
    readonly clientReference: string;
    readonly recipient: string;
    readonly times: number;
  }[];
}

/** Counts by (reference, recipient) over all that was accepted, delivered or not: a second acceptance is the mistake. */
export function createDuplicates() {
  const timesByReference = new Map<string, Map<string, number>>();
  const repeated = new Map<string, { readonly clientReference: string; readonly recipient: string }>();
  let count = 0;

  return {
    note(batch: Batch): void {
      const clientReference = batch.reference;
      if (clientReference === undefined) return;
      const times = timesByReference.get(clientReference) ?? new Map<string, number>();
      timesByReference.set(clientReference, times);
      for (const { recipient } of batch.messages) {
        const before = times.get(recipient) ?? 0;
        times.set(recipient, before + 1);
        if (before === 0) continue;
        count += 1;
        repeated.set(`${recipient} ${clientReference}`, { clientReference, recipient });
      }
    },

    count: () => count,

    summarise(): DuplicateSummary {
      const pairs = [...repeated.values()].slice(0, 100).map(({ clientReference, recipient }) => ({
        clientReference,
        recipient,
        times: timesByReference.get(clientReference)?.get(recipient) ?? 0,
      }));
      return { count, pairs };
    },
  };
}
