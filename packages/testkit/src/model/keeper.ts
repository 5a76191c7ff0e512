import * as fc from 'fast-check';
import type { ScenarioDocument } from '@curlew/scenario';
import { createCustomerFacts, createMessageFacts, createProjectFacts } from '../facts.ts';
import {
  walk,
  type Answer,
  type CustomerFacts,
  type Effect,
  type MessageFacts,
  type WalkInput,
  type WalkResult,
} from '@curlew/engine';
import { plainCategories, plainEvents, plainStart } from './any-plain-document.ts';
import { isPlainMatch, type PlainEvent } from './plain-filter.ts';
import { plainPolicies, type PlainFate, type PlainLife } from './plain-walk.ts';

const dayMs = 86_400_000;

/** What happens to one customer while they walk. */
export interface Story {
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly granted: readonly string[];
  readonly event: (PlainEvent & { readonly properties: { readonly k: string } }) | undefined;
  /** Time between one look and the next, and what they did meanwhile. */
  readonly steps: readonly {
    readonly pause: number;
    readonly events: readonly (Omit<PlainEvent, 'timestamp'> & { readonly into: number })[];
  }[];
  readonly luck: readonly boolean[];
  readonly draws: readonly number[];
  /** Whether the walk is told again what it had said. */
  readonly remembers: boolean;
}

export const anyStory: fc.Arbitrary<Story> = fc.record({
  attributes: fc.record(
    {
      n: fc.constantFrom(0, 1, 12, 'x', '1'),
      tier: fc.constantFrom('gold', 'x'),
      time_zone: fc.constant('Asia/Kolkata'),
    },
    { requiredKeys: [] },
  ),
  granted: fc.subarray(Object.values(plainCategories)),
  event: fc.option(
    fc.constantFrom('a', 'b').map((k) => ({ type: 'visit', timestamp: plainStart, properties: { k } })),
    { nil: undefined },
  ),
  steps: fc.array(
    fc.record({
      pause: fc.oneof(
        fc.constantFrom(1, 59_999, dayMs, 30 * dayMs),
        fc.integer({ min: 1, max: 40 * dayMs }),
        fc.integer({ min: 1, max: dayMs }),
      ),
      events: fc.array(
        fc.record({
          type: fc.constantFrom(...plainEvents),
          properties: fc.constantFrom({}, { k: 'a' }, { k: 'b' }),
          into: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
        { maxLength: 2 },
      ),
    }),
    { minLength: 1, maxLength: 12 },
  ),
  luck: fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
  draws: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 5 }),
  remembers: fc.boolean(),
});

const indexOf = (nodeId: string): number => Number(nodeId.slice(1));
/** What a story decides, as both walkers are told it. */
export const fateOf = ({ luck, draws }: Story): PlainFate => ({
  startedAt: plainStart,
  draw: (nodeId) => draws[indexOf(nodeId) % draws.length] ?? 0,
  luck: (nodeId, visit) => luck[(indexOf(nodeId) + visit) % luck.length] ?? true,
  reply: (nodeId, visit) => (visit % 3 === 0 ? undefined : { code: `${nodeId}-${visit}` }),
});

/** The customer of a story at its beginning. */
export const plainLifeOf = ({ attributes, granted, event }: Story): PlainLife => ({
  at: 'n0',
  visit: 1,
  reachedAt: plainStart,
  isFinished: false,
  due: null,
  webhook: undefined,
  event: event?.properties,
  attributes: new Map(Object.entries(attributes)),
  consents: new Set(granted),
  events: [],
  uses: [],
  path: [],
  effects: [],
});

const tell = (effect: Effect): object => {
  const { nodeId, visit } = effect;
  switch (effect.kind) {
    case 'message': {
      const { decision } = effect;
      return {
        nodeId,
        visit,
        message: decision.status === 'enqueued' ? `sent ${decision.text}` : decision.type,
      };
    }
    case 'attributes':
      return { nodeId, visit, attributes: Object.entries(effect.values) };
    case 'event':
      return { nodeId, visit, event: effect.type, properties: Object.entries(effect.properties) };
    case 'consent':
      return { nodeId, visit, consent: effect.isGranted ? 'grant' : 'revoke', until: effect.validUntil };
  }
};

/** Keeps a walk between two looks, and answers its questions: the part of a server. */
export class Keeper {
  now = plainStart;
  readonly path: string[] = [];
  readonly effects: object[] = [];
  result: WalkResult | null = null;
  /** Hears of every walk that is made. */
  onWalk: ((input: WalkInput, facts: MessageFacts, result: WalkResult) => void) | null = null;
  private readonly document: ScenarioDocument;
  private readonly story: Story;
  private customer: CustomerFacts;
  private reachedAt = plainStart;
  private webhook: { readonly webhook?: unknown } = {};

  constructor(document: ScenarioDocument, story: Story) {
    this.document = document;
    this.story = story;
    const { attributes } = story;
    this.customer = createCustomerFacts({ attributes, grantedConsents: new Set(story.granted), events: [] });
  }

  add(event: PlainEvent): void {
    this.customer = { ...this.customer, events: [...(this.customer.events ?? []), event] };
  }

  /** Goes on as far as it can. */
  look(): WalkResult {
    if (this.result?.isFinished) return this.result;
    let result = this.ask({});
    for (let questions = 0; result.question; questions += 1) {
      if (questions > 100) throw new Error('it asks and asks');
      result = this.ask({ answer: this.answer(result) });
    }
    if (!result.isFinished && (result.waitsUntil ?? 0) <= this.now)
      throw new Error(`${result.nodeId} neither holds, nor asks, nor ends`);
    return result;
  }

  private answer({ nodeId, visit, question }: WalkResult): Answer {
    const { luck, reply } = fateOf(this.story);
    const isGood = luck(nodeId, visit);
    if (question?.kind === 'limit') return { kind: 'limit', passes: isGood };
    return { kind: 'webhook', isOk: isGood, said: isGood ? 200 : 500, body: reply(nodeId, visit) };
  }

  private ask(more: Partial<WalkInput>): WalkResult {
    const { document, story, customer, reachedAt, now, result: before, webhook } = this;
    const { waitsFor = null, waitsUntil = null } = before ?? {};
    const { draw, startedAt } = fateOf(story);
    const facts: MessageFacts = createMessageFacts({
      now,
      project: createProjectFacts({
        frequencyPolicies: plainPolicies,
        generalCategories: new Set([plainCategories.general]),
        consentCategories: new Set([plainCategories.general, plainCategories.consent]),
      }),
      chance: (seed) => () => draw(seed.split(' ').at(-1) ?? ''),
    });
    const happened =
      waitsFor &&
      customer.events?.find((event) => event.timestamp > reachedAt && isPlainMatch(event, waitsFor));
    const input: WalkInput = {
      nodeId: before?.nodeId ?? 'n0',
      visit: before?.visit ?? 1,
      customer,
      reachedAt,
      ...(story.event ? { event: story.event } : {}),
      ...(story.remembers && waitsUntil !== null ? { heldUntil: waitsUntil } : {}),
      ...(happened ? { happened } : {}),
      ...webhook,
      ...more,
    };
    const result = walk(document, facts, { run: { startedAt } })(input);
    this.onWalk?.(input, facts, result);
    for (const { nodeId, output } of result.moves)
      this.path.push(output === null ? `${nodeId} ends: ${result.ending?.code}` : `${nodeId} ${output}`);
    this.effects.push(...result.effects.map(tell));
    if (result.moves.length > 0) this.reachedAt = now;
    if ('webhook' in result) this.webhook = { webhook: result.webhook };
    this.customer = result.customer;
    this.result = result;
    return result;
  }

  /** From entries, `__proto__` is one too. */
  get attributes(): [string, unknown][] {
    return Object.entries(this.customer.attributes);
  }
}
