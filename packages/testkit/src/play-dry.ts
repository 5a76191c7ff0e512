import type { ScenarioDocument } from '@curlew/scenario';
import {
  dryRun,
  type CustomerFacts,
  type DryRunResult,
  type DryRunScript,
  type MessageFacts,
} from '@curlew/engine';
import { createCustomerFacts, createMessageFacts } from './facts.ts';

/** Sunday 22 November 2026, 08:00 UTC. */
export const dryStart = Date.UTC(2026, 10, 22, 8);
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Thirty days in which nothing happens but what is said. */
export const createDryScript = (script: Partial<DryRunScript> = {}): DryRunScript => ({
  startsAt: dryStart,
  endsAt: dryStart + 30 * dayMs,
  events: [],
  reactions: [],
  webhooks: new Map(),
  variants: new Map(),
  winners: new Map(),
  ...script,
});

interface DryPlay {
  readonly script?: Partial<DryRunScript>;
  readonly facts?: Partial<MessageFacts>;
  readonly customer?: Partial<CustomerFacts>;
}

/** Plays a document for one customer. */
export const playDry = (
  document: ScenarioDocument,
  { script, facts, customer }: DryPlay = {},
): DryRunResult => {
  const [result] = dryRun(document, createMessageFacts(facts), {
    customers: [{ facts: createCustomerFacts({ events: [], ...customer }) }],
    script: createDryScript(script),
  });
  if (!result) throw new Error('one customer has one result');
  return result;
};

/** Steps in words: hours from the start, node and output. */
export const dryWordsOf = ({ steps }: DryRunResult): string[] =>
  steps.map(({ at, nodeId, output }) => `${(at - dryStart) / hourMs} ${nodeId} ${output ?? 'ends'}`);
