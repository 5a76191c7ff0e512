import type { DryPeople, DryRunReply, DryScript } from '@curlew/contract';
import {
  campaignEventType,
  customerZone,
  prepareDryRun,
  sampleIdentityToken,
  slugLength,
  type CustomerFacts,
  type DryRunResult,
  type MessageFacts,
} from '@curlew/engine';
import type { ScenarioDocument } from '@curlew/scenario';
import type { AppContext } from '../../app-context.ts';
import { notFound } from '../../http/api-failure.ts';
import { createPauses } from '../../pauses.ts';
import { listDateAttributes, loadCustomerFacts, pickCustomers, nameCustomers } from '../customers/service.ts';
import { readProjectRules } from '../projects/service.ts';
import { loadMessageFacts } from '../runs/message-facts.ts';
import { describeLife } from './describe-life.ts';
import { completeCustomers } from './load-customers.ts';
import { madeCustomerOf } from './made-customer.ts';
import { readScript } from './read-script.ts';

export interface DryPlay {
  readonly projectId: string;
  readonly scenario: { readonly id: string; readonly name: string };
  readonly document: ScenarioDocument;
  readonly people: DryPeople;
  /** Milliseconds since 1970. */
  readonly startsAt: number;
  readonly script: DryScript;
}

/** After so much of either, what has been played is told and the rest is not played. */
export interface DryBounds {
  readonly longestMs: number;
  readonly largest: number;
  /** Aborted when nobody wants it any more: its reason is thrown. */
  readonly signal?: AbortSignal;
}

export const usualBounds: DryBounds = { longestMs: 10_000, largest: 20_000 };

// Links and tokens as long as those that are sent, the same each time, and leading nowhere.
const withoutChance = (facts: MessageFacts): MessageFacts => ({
  ...facts,
  newIdentityToken: () => sampleIdentityToken,
  ...(facts.shortener
    ? { shortener: { base: facts.shortener.base, newSlug: () => 'x'.repeat(slugLength) } }
    : {}),
});

const loadPeople = async (
  context: AppContext,
  { projectId, people }: DryPlay,
): Promise<readonly CustomerFacts[]> => {
  const { pool } = context.database;
  switch (people.kind) {
    case 'customers': {
      const ids = [...new Set(people.ids)];
      const found = await loadCustomerFacts(pool, projectId, ids);
      if (found.size < ids.length) throw notFound('customer');
      return [...found.values()];
    }
    case 'sample': {
      const ids = await pickCustomers(pool, projectId, people.size);
      return [...(await loadCustomerFacts(pool, projectId, ids)).values()];
    }
    case 'made': {
      const [dates, { defaultCountry }] = await Promise.all([
        listDateAttributes(pool, projectId),
        readProjectRules(context, projectId),
      ]);
      return [madeCustomerOf(people.customer, { dates, defaultCountry })];
    }
  }
};

/** A dry run as it came out, whoever asked for it. */
export interface Played {
  readonly facts: MessageFacts;
  readonly customers: readonly CustomerFacts[];
  readonly results: readonly DryRunResult[];
  readonly startsAt: number;
  readonly endsAt: number;
  readonly playedUntil: number;
}

/** Plays a document without errors by the engine, over what is known of its customers. Reads only, and calls nobody. In a turn. */
export const play = async (
  context: AppContext,
  asked: DryPlay,
  { longestMs, largest, signal }: DryBounds = usualBounds,
): Promise<Played> => {
  const { projectId, scenario, document, startsAt } = asked;
  const end = performance.now() + longestMs;
  const facts = withoutChance(await loadMessageFacts(context, projectId, scenario));
  const people = await loadPeople(context, asked);
  const customers =
    asked.people.kind === 'made'
      ? people.map((customer) => ({ facts: customer }))
      : await completeCustomers(
          context.database.pool,
          { projectId, scenarioId: scenario.id, document, facts, startsAt },
          people,
        );
  const script = readScript(asked.script, startsAt);
  const { isDue, pause } = createPauses();
  const run = prepareDryRun(document, facts, { customers, script, mayGoOn: () => !isDue() });
  while (performance.now() < end && run.size() < largest && run.playNext()) {
    await pause();
    signal?.throwIfAborted();
  }
  const { endsAt } = script;
  return {
    facts,
    customers: people,
    results: run.results(),
    startsAt,
    endsAt,
    playedUntil: run.playedUntil(),
  };
};

/** What was played, as it is told. */
export const describePlayed = async (
  context: AppContext,
  { projectId, people }: DryPlay,
  { facts, customers, results, startsAt, endsAt, playedUntil }: Played,
): Promise<Omit<DryRunReply, 'issues'>> => {
  const isMade = people.kind === 'made';
  const ids = isMade ? [] : customers.map(({ id }) => id);
  const names = new Map(
    (await nameCustomers(context.database.pool, projectId, ids)).map(({ id, name }) => [id, name]),
  );
  return {
    startsAt,
    endsAt,
    playedUntil,
    timeZone: facts.project.timeZone ?? 'UTC',
    lives: customers.flatMap((customer, index) => {
      const result = results[index];
      if (!result) return [];
      const { id } = customer;
      const who = isMade
        ? { customerId: null, name: 'Made-up customer' }
        : { customerId: id, name: names.get(id) ?? id };
      const life = { ...who, timeZone: customerZone('customer', customer, facts) };
      return [describeLife(life, result, campaignEventType(facts))];
    }),
  };
};
