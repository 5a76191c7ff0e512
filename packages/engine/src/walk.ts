import { type ScenarioDocument, type ScenarioNode } from '@curlew/scenario';
import { createBatchMemory } from './batch-memory.ts';
import { execute } from './executors.ts';
import type { CustomerFacts, EventFacts, MessageFacts } from './facts.ts';
import type { Answer, AwaitedEvent, Ending, NodeEffect, Question, RunFacts, Why } from './node-outcome.ts';

/** A step of a walk: which output the node was left by; null where the walk was ended at it. */
export interface Move {
  readonly nodeId: string;
  readonly output: string | null;
  /** The value that decided it; left out where there is none. */
  readonly why?: Why;
}

/** Something the world must do because of a walk; `visit` counts the nodes entered so far, this one included. */
export type Effect = NodeEffect & { readonly nodeId: string; readonly visit: number };
export type EffectOf<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

/** Where a walk goes on from: the node it stands at and how many it has entered; 1 at the trigger. */
export interface WalkInput {
  readonly nodeId: string;
  readonly visit: number;
  readonly customer: CustomerFacts;
  /** When they came to the node, in milliseconds since 1970; left out: now. */
  readonly reachedAt?: number;
  /**
   * What `waitsUntil` said when this version began to hold them there, so that a Wait ends then whatever has changed of the
   * customer; left out: it is worked out again from when they came.
   */
  readonly heldUntil?: number;
  /** The event that started the walk. */
  readonly event?: EventFacts;
  /** Answer of the webhook node passed last. */
  readonly webhook?: unknown;
  /** Of the A/B split passed last. */
  readonly variant?: string;
  /** To the question that the walk stopped with at this node. */
  readonly answer?: Answer;
  /** The first event since they came that the Wait they stand at waits for. */
  readonly happened?: EventFacts;
  /** Of a forecast that goes on after a question: the nodes it has passed already. */
  readonly passed?: Iterable<string>;
}

/** Where a walk came to, the way it took, and what is to be done. */
export interface WalkResult {
  readonly nodeId: string;
  readonly visit: number;
  readonly isFinished: boolean;
  /** Held at the node until then, in milliseconds since 1970; null where the walk is not held. */
  readonly waitsUntil: number | null;
  /** What ends the wait before that; null: nothing does. */
  readonly waitsFor: AwaitedEvent | null;
  /** What must be answered before it goes on from here; null: nothing. */
  readonly question: Question | null;
  /** Why it ended where it would have gone on; null: it did not. */
  readonly ending: Ending | null;
  readonly moves: readonly Move[];
  readonly effects: readonly Effect[];
  /** As the walk left them: what it wrote is known to it. */
  readonly customer: CustomerFacts;
  readonly webhook?: unknown;
  readonly variant?: string;
}

interface WalkSettings {
  /** Nobody is held, and whoever would come round again goes no further. */
  readonly isForecast?: boolean;
  readonly run?: RunFacts;
  /** Asked before each node but the first: where it says no the walk stands there, neither held nor finished, and can be gone on with. */
  readonly mayGoOn?: () => boolean;
}

/** A walk that goes round and round ends after so many steps. */
const mostVisits = 10_000;

const tooManySteps: Ending = {
  code: 'too_many_steps',
  message: `The walk went round without end and was ended after ${mostVisits.toLocaleString('en')} steps`,
};

/** Where each output of a node leads to. */
type Targets = ReadonlyMap<string, string>;

const targetsBySource = ({ edges }: ScenarioDocument): ReadonlyMap<string, Targets> => {
  const targets = new Map<string, Map<string, string>>();
  for (const { source, output, target } of edges) {
    const outputs = targets.get(source) ?? new Map<string, string>();
    targets.set(source, outputs.set(output, target));
  }
  return targets;
};

const factsOf = (facts: MessageFacts, input: WalkInput): MessageFacts =>
  input.event === undefined && !('webhook' in input)
    ? facts
    : {
        ...facts,
        ...(input.event ? { event: input.event } : {}),
        ...('webhook' in input ? { webhook: input.webhook } : {}),
      };

const moveOf = (nodeId: string, output: string | null, why: Why | undefined): Move =>
  why === undefined ? { nodeId, output } : { nodeId, output, why };

/**
 * Makes the walker of one version: for each customer it goes from a node as far as it can and says what happened,
 * as data. Nothing is written and nobody is called.
 */
export const walk = (
  document: ScenarioDocument,
  facts: MessageFacts,
  { isForecast = false, run = { startedAt: facts.now }, mayGoOn = () => true }: WalkSettings = {},
): ((input: WalkInput) => WalkResult) => {
  const nodes = new Map<string, ScenarioNode>(document.nodes.map((node) => [node.id, node]));
  const targets = targetsBySource(document);
  const memory = createBatchMemory(facts.now, facts.project.timeZone ?? 'UTC');

  return (input) => {
    const moves: Move[] = [];
    const effects: Effect[] = [];
    const passed = isForecast ? new Set(input.passed) : null;
    let { nodeId, visit, customer, variant } = input;
    let known = factsOf(facts, input);

    const result = (came: Partial<WalkResult>): WalkResult => ({
      nodeId,
      visit,
      isFinished: false,
      waitsUntil: null,
      waitsFor: null,
      question: null,
      ending: null,
      ...came,
      moves,
      effects,
      customer,
      ...('webhook' in known ? { webhook: known.webhook } : {}),
      ...(variant === undefined ? {} : { variant }),
    });

    // A loop has a node that holds, so no walk enters a node twice before it is held, but the one it goes on from.
    for (let step = 0; step <= document.nodes.length; step += 1) {
      const node = nodes.get(nodeId);
      if (!node) throw new Error(`a walk stands at node ${nodeId}, which its version does not have`);
      if (visit > mostVisits) {
        moves.push(moveOf(nodeId, null, undefined));
        return result({ isFinished: true, ending: tooManySteps });
      }
      // Where they stood is known to the first node alone; to all others they have just come.
      const isFirst = step === 0;
      if (!isFirst && !mayGoOn()) return result({});
      const outcome = execute({
        node,
        memory,
        customer,
        facts: known,
        run,
        isForecast,
        reachedAt: (isFirst ? input.reachedAt : undefined) ?? facts.now,
        heldUntil: isFirst ? input.heldUntil : undefined,
        answer: isFirst ? input.answer : undefined,
        happened: isFirst ? input.happened : undefined,
        variant,
      });
      if (outcome.kind === 'ask') return result({ question: outcome.question });
      if (outcome.kind === 'end') {
        moves.push(moveOf(nodeId, null, outcome.why));
        return result({ isFinished: true, ending: outcome.ending });
      }
      if (outcome.kind === 'hold' && !isForecast)
        return result({ waitsUntil: outcome.until, waitsFor: outcome.event ?? null });
      const { output } = outcome;
      if (outcome.kind === 'leave') {
        for (const effect of outcome.effects ?? []) effects.push({ ...effect, nodeId, visit });
        customer = outcome.customer ?? customer;
        variant = outcome.variant ?? variant;
        if ('heard' in outcome) known = { ...known, webhook: outcome.heard };
      }
      moves.push(moveOf(nodeId, output, outcome.kind === 'hold' ? outcome.until : outcome.why));
      passed?.add(nodeId);
      const target = targets.get(nodeId)?.get(output);
      if (target === undefined || passed?.has(target)) return result({ isFinished: true });
      nodeId = target;
      visit += 1;
    }
    throw new Error(
      `a walk from node ${input.nodeId} enters a node twice: the version has a loop without a wait`,
    );
  };
};
