import { edgesBySource, type NodeOf, type ScenarioDocument, type ScenarioNode } from '@curlew/scenario';
import { createBatchMemory } from './batch-memory.ts';
import type { CustomerFacts, MessageFacts } from './facts.ts';
import type { MessageEffect, NodeInput, NodeOutcome } from './node-outcome.ts';
import { executeNow } from './nodes/now.ts';
import { executeSms } from './nodes/sms.ts';

/** A step of a walk: which output the node was left by; null where the walk ends at it. */
export interface Move {
  readonly nodeId: string;
  readonly output: string | null;
}

/** Something the world must do because of a walk; `visit` counts the nodes entered so far, this one included. */
export type Effect = MessageEffect & {
  readonly kind: 'message';
  readonly nodeId: string;
  readonly visit: number;
};

type RunnableKind = 'now' | 'sms';

/** One executor per node kind that can run; a missing one does not compile. */
const executors: { readonly [K in RunnableKind]: (input: NodeInput<K>) => NodeOutcome } = {
  now: executeNow,
  sms: executeSms,
};

type RunnableNode = NodeOf<RunnableKind>;

/** Whether walks can pass a node: a version with any other node is not started. */
export const isRunnable = (node: ScenarioNode): node is RunnableNode => Object.hasOwn(executors, node.kind);

const execute = (node: RunnableNode, input: Omit<NodeInput<RunnableKind>, 'node'>): NodeOutcome =>
  node.kind === 'now' ? executors.now({ ...input, node }) : executors.sms({ ...input, node });

/** Where a walk goes on from: the node it stands at and how many it has entered; 1 at the trigger. */
export interface WalkInput {
  readonly nodeId: string;
  readonly visit: number;
  readonly customer: CustomerFacts;
  /** When they came to the node, in milliseconds since 1970; left out: now. */
  readonly reachedAt?: number;
}

/** Where a walk came to, the way it took, and what is to be done. */
export interface WalkResult {
  readonly nodeId: string;
  readonly visit: number;
  readonly isFinished: boolean;
  /** Held at the node until then, in milliseconds since 1970; null where the walk is finished. */
  readonly waitsUntil: number | null;
  readonly moves: readonly Move[];
  readonly effects: readonly Effect[];
}

/** A customer with a message counted at once, against those that they come to next, in this walk or another. */
export const countUse = (
  customer: CustomerFacts,
  { decision, frequencyPolicyId: id }: MessageEffect,
  now: number,
): CustomerFacts => {
  if (decision.status !== 'enqueued' || id === null) return customer;
  const uses = customer.frequencyUses ?? new Map<string, readonly number[]>();
  return { ...customer, frequencyUses: new Map(uses).set(id, [...(uses.get(id) ?? []), now]) };
};

/**
 * Makes the walker of one version: for each customer it goes from a node as far as it can and says what happened,
 * as data. Nothing is written and nobody is called. In a forecast nobody is held.
 */
export const walk = (
  document: ScenarioDocument,
  facts: MessageFacts,
  { isForecast = false }: { readonly isForecast?: boolean } = {},
): ((input: WalkInput) => WalkResult) => {
  const nodes = new Map<string, ScenarioNode>(document.nodes.map((node) => [node.id, node]));
  const edges = edgesBySource(document);
  const { prepare, silentUntil } = createBatchMemory(facts.now);

  return ({ nodeId, visit, customer: start, reachedAt }) => {
    const moves: Move[] = [];
    const effects: Effect[] = [];
    let customer = start;
    let current = nodeId;
    // A document has no loop without a wait, so no walk enters a node twice before it waits.
    for (let step = 0; step <= document.nodes.length; step += 1) {
      const node = nodes.get(current);
      if (!node) throw new Error(`a walk stands at node ${current}, which its version does not have`);
      if (!isRunnable(node))
        throw new Error(`a walk stands at node ${current}, and ${node.kind} nodes do not run`);
      const known = step === 0 && reachedAt !== undefined ? { ...facts, reachedAt } : facts;
      const outcome = execute(node, { customer, facts: known, prepare, silentUntil, isForecast });
      const place = { nodeId: node.id, visit: visit + step };
      if (outcome.kind === 'wait')
        return { ...place, isFinished: false, waitsUntil: outcome.until, moves, effects };
      if (outcome.message) {
        effects.push({ kind: 'message', ...place, ...outcome.message });
        customer = countUse(customer, outcome.message, facts.now);
      }
      const target = edges.get(node.id)?.find((edge) => edge.output === outcome.output)?.target;
      moves.push({ nodeId: node.id, output: target === undefined ? null : outcome.output });
      if (target === undefined) return { ...place, isFinished: true, waitsUntil: null, moves, effects };
      current = target;
    }
    throw new Error(`a walk from node ${nodeId} enters a node twice: the version has a loop without a wait`);
  };
};
