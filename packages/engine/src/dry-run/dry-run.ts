import type { ScenarioDocument } from '@curlew/scenario';
import type { MessageFacts } from '../facts.ts';
import type { Answer, Question } from '../node-outcome.ts';
import { walk, type WalkInput, type WalkResult } from '../walk.ts';
import type { DryRunResult } from './dry-run-result.ts';
import type { DryCustomer, DryRunScript } from './dry-run-script.ts';
import { createDryWinners, type DryWinners } from './dry-winners.ts';
import { Life, type DryWorld } from './life.ts';

/** A dry run under way: several customers in one run of a scenario, on one clock. */
export interface DryRun {
  /** Plays what happens next to one customer, as far as it may go on; false: nothing does up to the end of the script. */
  readonly playNext: () => boolean;
  /** Up to when it has been played. */
  readonly playedUntil: () => number;
  /** How much has happened: steps, and a step's worth for each hundred characters of messages and changes. */
  readonly size: () => number;
  /** What has come of it so far, in the order of the customers. */
  readonly results: () => readonly DryRunResult[];
}

/** Templates are compiled once per walker, and customers mostly meet the same moments. */
const keptWalkers = 500;

const createWalkers = (
  document: ScenarioDocument,
  facts: MessageFacts,
  {
    startsAt,
    winners,
    mayGoOn,
  }: { readonly startsAt: number; readonly winners: DryWinners; readonly mayGoOn: () => boolean },
): ((now: number) => (input: WalkInput) => WalkResult) => {
  const walkers = new Map<number, (input: WalkInput) => WalkResult>();
  return (now) => {
    const known = walkers.get(now);
    if (known) return known;
    const run = { startedAt: startsAt, winners: winners.at(now) };
    const go = walk(document, { ...facts, now }, { run, mayGoOn });
    walkers.set(now, go);
    const [oldest] = walkers.keys();
    if (walkers.size > keptWalkers && oldest !== undefined) walkers.delete(oldest);
    return go;
  };
};

const createAnswers = ({ webhooks }: DryRunScript): ((question: Question, nodeId: string) => Answer) => {
  const passed = new Map<string, number>();
  return (question, nodeId) => {
    if (question.kind === 'webhook')
      return { kind: 'webhook', ...(webhooks.get(nodeId) ?? { isOk: true, said: 200 }) };
    const before = passed.get(nodeId) ?? 0;
    const passes = before < question.most;
    if (passes) passed.set(nodeId, before + 1);
    return { kind: 'limit', passes };
  };
};

/**
 * Gets a dry run ready, for whoever has other things to do meanwhile; nothing has happened in it yet. `mayGoOn` is asked between two
 * nodes: where it says no, `playNext` comes back, and goes on from there the next time.
 */
export const prepareDryRun = (
  document: ScenarioDocument,
  facts: MessageFacts,
  {
    customers,
    script,
    mayGoOn = () => true,
  }: {
    readonly customers: readonly DryCustomer[];
    readonly script: DryRunScript;
    readonly mayGoOn?: () => boolean;
  },
): DryRun => {
  const winners = createDryWinners(document, script, facts.project.timeZone ?? 'UTC');
  const world: DryWorld = {
    document,
    nodes: new Map(document.nodes.map((node) => [node.id, node])),
    facts,
    script,
    walkerAt: createWalkers(document, facts, { startsAt: script.startsAt, winners, mayGoOn }),
    mayGoOn,
    pass: winners.pass,
    answer: createAnswers(script),
  };
  const lives = customers.map((customer) => new Life(world, customer));
  let playedUntil = script.startsAt;
  return {
    playNext: () => {
      const moments = lives.map((life) => life.next);
      const next = Math.min(...moments);
      if (next > script.endsAt || next === Infinity) {
        playedUntil = script.endsAt;
        return false;
      }
      lives[moments.indexOf(next)]?.play(next);
      // Of a moment that is not over for all it is not said that it was played.
      if (lives.every((life) => life.next > next)) playedUntil = next;
      return true;
    },
    playedUntil: () => playedUntil,
    size: () => lives.reduce((sum, life) => sum + life.size, 0),
    results: () => lives.map(({ result }) => result),
  };
};

/**
 * Plays a scenario for customers on a simulated clock, from the moment of its start to another: by the same walk and gate as
 * a true run, with what the world decides taken from a script. Nothing is written and nobody is called. `facts.now` says nothing.
 */
export const dryRun = (
  document: ScenarioDocument,
  facts: MessageFacts,
  asked: { readonly customers: readonly DryCustomer[]; readonly script: DryRunScript },
): readonly DryRunResult[] => {
  const run = prepareDryRun(document, facts, asked);
  while (run.playNext());
  return run.results();
};
