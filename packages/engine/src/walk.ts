import { edgesBySource, type ScenarioDocument, type ScenarioNode } from '@curlew/scenario';
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
  /** The event that started the walk. */
  readonly event?: EventFacts;
  /** Answer of the webhook node passed last. */
  readonly webhook?: unknown;
  /** To the question that the walk stopped with at this node. */
  readonly answer?: Answer;
  /** The first event since they came that the Wait they stand at waits for. */
  readonly happened?: EventFacts;
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
}

interface WalkSettings {
  /** Nobody is held, and whoever would come round again goes no further. */
  readonly isForecast?: boolean;
  readonly run?: RunFacts;
}

/** A walk that goes round and round ends after so many steps. */
const mostVisits = 10_000;

const tooManySteps: Ending = {
  code: 'too_many_steps',
  message: `The walk went round without end and was ended after ${mostVisits.toLocaleString('en')} steps`,
};

/**
 * Makes the walker of one version: for each customer it goes from a node as far as it can and says what happened,
 * as data. Nothing is written and nobody is called.
 */
export const walk = (
  document: ScenarioDocument,
  facts: MessageFacts,
  { isForecast = false, run = { startedAt: facts.now } }: WalkSettings = {},
): ((input: WalkInput) => WalkResult) => {
  const nodes = new Map<string, ScenarioNode>(document.nodes.map((node) => [node.id, node]));
  const edges = edgesBySource(document);
  const memory = createBatchMemory(facts.now, facts.project.timeZone ?? 'UTC');

  return (input) => {
    const { nodeId, visit, reachedAt = facts.now, answer, happened, event } = input;
    const moves: Move[] = [];
    const effects: Effect[] = [];
    let { customer } = input;
    let known: MessageFacts = {
      ...facts,
      ...(event ? { event } : {}),
      ...('webhook' in input ? { webhook: input.webhook } : {}),
    };
    if (answer?.kind === 'webhook') known = { ...known, webhook: answer.body };
    let current = nodeId;

    const result = (step: number, came: Partial<WalkResult>): WalkResult => ({
      nodeId: current,
      visit: visit + step,
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
    });

    // A document has no loop without a wait, so no walk enters a node twice before it is held.
    for (let step = 0; step <= document.nodes.length; step += 1) {
      const node = nodes.get(current);
      if (!node) throw new Error(`a walk stands at node ${current}, which its version does not have`);
      if (visit + step > mostVisits) {
        moves.push({ nodeId: current, output: null });
        return result(step, { isFinished: true, ending: tooManySteps });
      }
      const isFirst = step === 0;
      const outcome = execute(node, {
        ...memory,
        customer,
        facts: known,
        run,
        isForecast,
        reachedAt: isFirst ? reachedAt : facts.now,
        ...(isFirst && answer ? { answer } : {}),
        ...(isFirst && happened ? { happened } : {}),
      });
      if (outcome.kind === 'ask') return result(step, { question: outcome.question });
      if (outcome.kind === 'end') {
        const { ending, why } = outcome;
        moves.push({ nodeId: current, output: null, ...(why === undefined ? {} : { why }) });
        return result(step, { isFinished: true, ending });
      }
      if (outcome.kind === 'hold' && !isForecast)
        return result(step, { waitsUntil: outcome.until, waitsFor: outcome.event ?? null });
      const output = outcome.kind === 'hold' ? outcome.then : outcome.output;
      const why = outcome.kind === 'hold' ? outcome.until : outcome.why;
      if (outcome.kind === 'leave') {
        for (const effect of outcome.effects ?? [])
          effects.push({ ...effect, nodeId: current, visit: visit + step });
        customer = outcome.customer ?? customer;
      }
      moves.push({ nodeId: current, output, ...(why === undefined ? {} : { why }) });
      const target = edges.get(current)?.find((edge) => edge.output === output)?.target;
      if (target === undefined) return result(step, { isFinished: true });
      if (isForecast && moves.some((move) => move.nodeId === target))
        return result(step, { isFinished: true });
      current = target;
    }
    throw new Error(`a walk from node ${nodeId} enters a node twice: the version has a loop without a wait`);
  };
};
