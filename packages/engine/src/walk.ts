import {
  edgesFrom,
  type NodeKind,
  type NodeOf,
  type ScenarioDocument,
  type ScenarioNode,
} from '@curlew/scenario';
import type { CustomerFacts, MessageFacts } from './facts.ts';
import type { MessageDecision } from './gate.ts';
import type { NodeInput, NodeOutcome } from './node-outcome.ts';
import { executeNow } from './nodes/now.ts';
import { executeSms } from './nodes/sms.ts';
import { prepareMessage, type PreparedMessage } from './prepared-message.ts';

/** A step of a walk: which output the node was left by; null where the walk ends at it. */
export interface Move {
  readonly nodeId: string;
  readonly output: string | null;
}

/** Something the world must do because of a walk; `visit` counts the nodes entered so far, this one included. */
export type Effect = {
  readonly kind: 'message';
  readonly nodeId: string;
  readonly visit: number;
  readonly decision: MessageDecision;
};

/** One executor per node kind; a missing one does not compile. */
const executors: { readonly [K in NodeKind]: (input: NodeInput<K>) => NodeOutcome } = {
  now: executeNow,
  sms: executeSms,
};

const execute = (node: ScenarioNode, rest: Omit<NodeInput<'sms'>, 'node'>): NodeOutcome => {
  switch (node.kind) {
    case 'now':
      return executors.now({ node, ...rest });
    case 'sms':
      return executors.sms({ node, ...rest });
  }
};

export interface WalkInput {
  readonly nodeId: string;
  readonly visit: number;
  readonly customer: CustomerFacts;
}

/** Where a walk came to, the way it took, and what is to be done. */
export interface WalkResult {
  readonly nodeId: string;
  readonly visit: number;
  readonly isFinished: boolean;
  readonly moves: readonly Move[];
  readonly effects: readonly Effect[];
}

// A document has no loop without a wait, so a longer walk is a bug.
const maximumSteps = 10_000;

/**
 * Makes the walker of one version: for each customer it goes from a node as far as it can and says what happened,
 * as data. Nothing is written and nobody is called.
 */
export const walk = (document: ScenarioDocument, facts: MessageFacts): ((input: WalkInput) => WalkResult) => {
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  const targets = new Map<string, string>();
  for (const node of document.nodes) {
    for (const edge of edgesFrom(document, node.id)) targets.set(`${node.id} ${edge.output}`, edge.target);
  }
  const messages = new Map<string, PreparedMessage>();
  const prepare = (node: NodeOf<'sms'>): PreparedMessage => {
    const prepared = messages.get(node.id) ?? prepareMessage(node);
    messages.set(node.id, prepared);
    return prepared;
  };

  return ({ nodeId, visit, customer }) => {
    const moves: Move[] = [];
    const effects: Effect[] = [];
    let current = nodeId;
    for (let step = 0; step < maximumSteps; step += 1) {
      const node = nodes.get(current);
      if (!node) throw new Error(`a walk stands at node ${current}, which its version does not have`);
      const outcome = execute(node, { customer, facts, prepare });
      const reached = visit + step;
      if (outcome.decision)
        effects.push({ kind: 'message', nodeId: node.id, visit: reached, decision: outcome.decision });
      const target = targets.get(`${node.id} ${outcome.output}`);
      moves.push({ nodeId: node.id, output: target === undefined ? null : outcome.output });
      if (target === undefined) return { nodeId: node.id, visit: reached, isFinished: true, moves, effects };
      current = target;
    }
    throw new Error(
      `a walk from node ${nodeId} took more than ${maximumSteps} steps: the version has a loop without a wait`,
    );
  };
};
