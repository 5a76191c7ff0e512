import { triggerNodes, type ScenarioDocument, type ScenarioNode } from '@curlew/scenario';
import { campaignEventType } from '../campaign-event.ts';
import type { CustomerFacts, EventFacts, MessageFacts } from '../facts.ts';
import type { Answer, AwaitedEvent, Question } from '../node-outcome.ts';
import type { EffectOf, WalkInput, WalkResult } from '../walk.ts';
import { walkThrough } from '../walk-through.ts';
import { eventsOfScript, inOrder, isAwaited, type ComingEvent } from './coming-event.ts';
import type { DryChange, DryEvent, DryMessage, DryRunResult, DryStep } from './dry-run-result.ts';
import type { DryCustomer, DryRunScript } from './dry-run-script.ts';
import { eventsOfMessage } from './events-of-message.ts';
import { letsIn, nextLook } from './next-entry.ts';
import { mayEnterAgain } from './may-enter-again.ts';

/** What all customers of a dry run share. */
export interface DryWorld {
  readonly document: ScenarioDocument;
  readonly nodes: ReadonlyMap<string, ScenarioNode>;
  readonly facts: MessageFacts;
  readonly script: DryRunScript;
  /** The walker of a moment. */
  readonly walkerAt: (now: number) => (input: WalkInput) => WalkResult;
  /** Whether there is time for another node. */
  readonly mayGoOn: () => boolean;
  /** Is told of each node that a customer leaves, as it happens. */
  readonly pass: (nodeId: string, at: number) => void;
  readonly answer: (question: Question, nodeId: string) => Answer;
}

interface Going {
  readonly triggerId: string;
  readonly enteredAt: number;
  readonly depth: number;
  readonly event: EventFacts | undefined;
  reachedAt: number;
  isAwoken: boolean;
  result: WalkResult | null;
}

/** A scenario that starts itself goes round as often, and no more. */
const deepest = 10;
/** More than this is not played for one customer. */
const most = { walks: 200, steps: 2_000 };

/** One customer in a dry run, played from one moment at which something happens to the next. */
export class Life {
  private readonly world: DryWorld;
  private customer: CustomerFacts;
  private readonly consentsUntil: Map<string, number>;
  private readonly lastEntries: Map<string, number>;
  private readonly looks = new Map<string, number | null>();
  private coming: ComingEvent[];
  private readonly happened: DryEvent[] = [];
  private readonly walks: Going[] = [];
  private readonly steps: DryStep[] = [];
  private readonly messages: DryMessage[] = [];
  private readonly changes: DryChange[] = [];
  private isCut = false;
  private letters = 0;

  constructor(world: DryWorld, { facts, consentsUntil = new Map(), lastEntries = new Map() }: DryCustomer) {
    this.world = world;
    this.customer = facts;
    this.consentsUntil = new Map(consentsUntil);
    this.lastEntries = new Map(lastEntries);
    this.coming = eventsOfScript(world.script);
    for (const node of triggerNodes(world.document)) this.looks.set(node.id, this.lookAfter(node, -Infinity));
  }

  private lookAfter(node: ScenarioNode, after: number): number | null {
    const { script, facts } = this.world;
    const { startsAt, enterBy } = script;
    if (enterBy === undefined) return nextLook(node, after, { customer: this.customer, facts, startsAt });
    return node.id === enterBy && after < startsAt ? startsAt : null;
  }

  /** When something happens next; infinite: nothing will. */
  get next(): number {
    if (this.isCut) return Infinity;
    const looks = [...this.looks.values()].map((look) => look ?? Infinity);
    const dues = this.walks.map((going) => this.dueOf(going));
    return Math.min(this.coming[0]?.at ?? Infinity, ...looks, ...dues);
  }

  private dueOf({ result, reachedAt, isAwoken }: Going): number {
    if (result === null || isAwoken) return reachedAt;
    // Whoever is neither held nor finished had no time to go on.
    return result.isFinished ? Infinity : (result.waitsUntil ?? reachedAt);
  }

  /**
   * Plays all that happens at a moment, as far as there is time and a little at least: first what the customer does, then who comes
   * in, then walks in the order they began.
   */
  play(now: number): void {
    for (let isFirst = true; !this.isCut && this.next <= now; isFirst = false) {
      if (!isFirst && !this.world.mayGoOn()) return;
      for (const [consent, until] of this.consentsUntil) if (until <= now) this.endConsent(consent);
      const [event] = this.coming;
      if (event && event.at <= now) this.happen(event);
      else if (!this.lookAtTriggers(now)) this.goOn(now);
    }
  }

  private endConsent(categoryId: string): void {
    this.consentsUntil.delete(categoryId);
    const grantedConsents = new Set(this.customer.grantedConsents);
    grantedConsents.delete(categoryId);
    this.customer = { ...this.customer, grantedConsents };
  }

  private matches(event: DryEvent, wanted: AwaitedEvent, now: number): boolean {
    return isAwaited(event, wanted, { project: this.world.facts.project, now });
  }

  private happen({ depth, isKnown, ...event }: ComingEvent): void {
    this.coming = this.coming.slice(1);
    this.happened.push(event);
    const { at, type, properties } = event;
    const facts: EventFacts = { type, timestamp: at, properties };
    if (!isKnown) this.customer = { ...this.customer, events: [...(this.customer.events ?? []), facts] };
    if (depth === null) return;
    for (const going of this.walks) {
      const waitsFor = going.result?.waitsFor;
      if (waitsFor && at > going.reachedAt && this.matches(event, waitsFor, at)) going.isAwoken = true;
    }
    if (this.world.script.enterBy !== undefined) return;
    for (const node of triggerNodes(this.world.document)) {
      if (node.kind !== 'on_event') continue;
      const { event: wanted, where } = node.settings;
      if (this.matches(event, { type: wanted.trim(), where }, at))
        this.enter(node, at, { depth, event: facts });
    }
  }

  private enter(node: ScenarioNode, at: number, by: Pick<Going, 'depth' | 'event'>): void {
    if (!mayEnterAgain(node, at, this.lastEntries.get(node.id))) return;
    this.lastEntries.set(node.id, at);
    if (this.walks.length >= most.walks) this.isCut = true;
    else
      this.walks.push({
        ...by,
        triggerId: node.id,
        enteredAt: at,
        reachedAt: at,
        isAwoken: false,
        result: null,
      });
  }

  private lookAtTriggers(now: number): boolean {
    let hasLooked = false;
    const { facts, script } = this.world;
    const { startsAt, enterBy } = script;
    for (const node of triggerNodes(this.world.document)) {
      const look = this.looks.get(node.id) ?? null;
      if (look === null || look > now) continue;
      hasLooked = true;
      this.looks.set(node.id, this.lookAfter(node, look));
      if (enterBy !== undefined || letsIn(node, look, { customer: this.customer, facts, startsAt }))
        this.enter(node, look, { depth: 0, event: undefined });
    }
    return hasLooked;
  }

  private inputOf({ result, triggerId, reachedAt, event }: Going, now: number): WalkInput {
    const waitsUntil = result?.waitsUntil ?? null;
    const waitsFor = result?.waitsFor ?? null;
    const happened =
      waitsFor && this.happened.find((some) => some.at > reachedAt && this.matches(some, waitsFor, now));
    return {
      nodeId: result?.nodeId ?? triggerId,
      visit: result?.visit ?? 1,
      customer: this.customer,
      ...(waitsUntil === null ? {} : { reachedAt, heldUntil: waitsUntil }),
      ...(event ? { event } : {}),
      ...(happened
        ? { happened: { type: happened.type, timestamp: happened.at, properties: happened.properties } }
        : {}),
      ...(result && 'webhook' in result ? { webhook: result.webhook } : {}),
      ...(result?.variant === undefined ? {} : { variant: result.variant }),
    };
  }

  // One walk at a time: what it does is known to the next.
  private goOn(now: number): void {
    const index = this.walks.findIndex((going) => this.dueOf(going) <= now);
    const going = this.walks[index];
    if (!going) return;
    const input = this.inputOf(going, now);
    const result = walkThrough(this.world.walkerAt(now), input, this.world.answer);
    going.isAwoken = false;
    if (result.visit !== input.visit) going.reachedAt = now;
    going.result = result;
    this.customer = result.customer;
    for (const [place, { nodeId, output, why }] of result.moves.entries()) {
      const visit = input.visit + place;
      this.world.pass(nodeId, now);
      this.steps.push({ walk: index, at: now, nodeId, visit, output, ...(why === undefined ? {} : { why }) });
    }
    for (const { nodeId, visit, ...effect } of result.effects) {
      const place = { walk: index, at: now, nodeId, visit };
      if (effect.kind === 'message') this.tellMessage(place, { ...effect, nodeId, visit });
      else this.change({ ...place, effect }, going);
    }
    if (this.steps.length >= most.steps) this.isCut = true;
  }

  private tellMessage(place: Omit<DryMessage, 'decision'>, effect: EffectOf<'message'>): void {
    const { nodes, facts, script } = this.world;
    const { customer } = this;
    const { walk, at, nodeId, visit } = place;
    const { decision } = effect;
    this.messages.push({ ...place, decision });
    this.letters += (decision.status === 'enqueued' ? decision.text : decision.message).length;
    const node = nodes.get(nodeId);
    if (!node) throw new Error(`a message was decided at node ${nodeId}, which is not there`);
    const id = `${nodeId}-${walk}-${visit}`;
    const told = { scenario: facts.scenario, node, id, customer, effect, at };
    this.expect(
      eventsOfMessage(told, script.reactions).map((event, index) => ({
        ...event,
        type: campaignEventType(facts),
        by: 'message',
        nodeId,
        depth: 0,
        // The first is what was decided.
        isKnown: index === 0,
      })),
    );
  }

  private change(change: DryChange, { depth }: Going): void {
    this.changes.push(change);
    const { effect, at, nodeId } = change;
    this.letters += JSON.stringify(effect).length;
    if (effect.kind === 'consent') {
      if (effect.isGranted && effect.validUntil !== null)
        this.consentsUntil.set(effect.categoryId, effect.validUntil);
      else this.consentsUntil.delete(effect.categoryId);
    }
    if (effect.kind !== 'event') return;
    const { type, properties, mayTrigger } = effect;
    const isHeard = mayTrigger && depth < deepest;
    this.expect([
      { at, type, properties, by: 'walk', nodeId, depth: isHeard ? depth + 1 : null, isKnown: true },
    ]);
  }

  private expect(events: readonly ComingEvent[]): void {
    this.coming = inOrder([...this.coming, ...events]);
  }

  /** How much has happened: steps, and a step's worth for each hundred characters of messages and changes. */
  get size(): number {
    return this.steps.length + this.letters / 100;
  }

  get result(): DryRunResult {
    return {
      walks: this.walks.map(({ triggerId, enteredAt, result }) => ({
        triggerId,
        enteredAt,
        nodeId: result?.nodeId ?? triggerId,
        isFinished: result?.isFinished ?? false,
        ending: result?.ending ?? null,
        waitsUntil: result?.waitsUntil ?? null,
        waitsFor: result?.waitsFor ?? null,
      })),
      steps: [...this.steps],
      messages: [...this.messages],
      changes: [...this.changes],
      events: [...this.happened],
      isCut: this.isCut,
    };
  }
}
