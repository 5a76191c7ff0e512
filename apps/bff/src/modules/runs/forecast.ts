import type { ForecastSpan, StartForecast, TriggerForecast } from '@curlew/contract';
import { isTimed, nextMoment, walk, walkInPieces } from '@curlew/engine';
import {
  triggerNodes,
  type NodeKind,
  type NodeOf,
  type ScenarioDocument,
  type ScenarioNode,
} from '@curlew/scenario';
import type { AppContext } from '../../app-context.ts';
import { notFound } from '../../http/api-failure.ts';
import { createPauses } from '../../pauses.ts';
import { countCustomers, nameCustomers } from '../customers/service.ts';
import { findScenario } from '../scenarios/service.ts';
import { findDraftIssues } from './draft-issues.ts';
import { createForecastAnswers } from './forecast-answers.ts';
import { walkAudience } from './forecast-audience.ts';
import { addCosts, createCostOfNode } from './forecast-cost.ts';
import { walkAnniversaries, walkEventEntries } from './forecast-entries.ts';
import { findAssumptions, findForecastNeeds } from './forecast-needs.ts';
import type { ForecastTally } from './forecast-tally.ts';
import type { Forecasting } from './forecasting.ts';
import { loadMessageFacts } from './message-facts.ts';
import { countSent } from './counts-store.ts';
import { findTroubles } from './troubles.ts';

/** A message that is slow to render is estimated from as many customers as there is time for. */
const usualLongestMs = 10_000;
const calls = 100;

/** The same of every trigger: how many enter, and what walks of some of them or all came to. */
interface TriggerWalks {
  readonly node: ScenarioNode;
  readonly per: ForecastSpan;
  readonly entries: number | null;
  readonly looked: number | null;
  readonly factor: number;
  readonly tally: ForecastTally;
  readonly leftOut?: number;
}

/** Of the triggers that do not let everyone in once, at the start or after it. */
const spans: { readonly [K in NodeKind]?: ForecastSpan } = {
  repeat: 'time',
  date_attribute: 'week',
  on_event: 'day',
  api: 'hundred_calls',
};

const spanOf = ({ kind }: ScenarioNode): ForecastSpan => spans[kind] ?? 'start';

type EntryTrigger = NodeOf<'on_event' | 'date_attribute'>;

const isEntryTrigger = (node: ScenarioNode): node is EntryTrigger =>
  node.kind === 'on_event' || node.kind === 'date_attribute';

const walkEntryTrigger = async (forecasting: Forecasting, node: EntryTrigger): Promise<TriggerWalks> => {
  const own =
    node.kind === 'on_event'
      ? await walkEventEntries(forecasting, node)
      : await walkAnniversaries(forecasting, node);
  const factor = (own.entries ?? 0) / Math.max(1, own.looked);
  const isWhole = node.kind === 'date_attribute' && own.looked === own.entries;
  return { node, per: spanOf(node), ...own, looked: isWhole ? null : own.looked, factor };
};

// Everyone is walked from all of these at once.
const walkAudienceTriggers = async (
  forecasting: Forecasting,
  triggers: readonly ScenarioNode[],
): Promise<TriggerWalks[]> => {
  if (triggers.length === 0) return [];
  const { tallies, leftOut, looked, factor } = await walkAudience(forecasting, triggers);
  return triggers.map((node): TriggerWalks => {
    const tally = tallies.get(node.id);
    if (!tally) throw new Error(`nobody was walked from ${node.id}`);
    const entered = tally.entered();
    const refused = leftOut.get(node.id) ?? 0;
    const shared = { node, per: spanOf(node), tally, looked, leftOut: Math.round(refused * factor) };
    if (node.kind !== 'api') return { ...shared, entries: Math.round(entered * factor), factor };
    // Each call names another customer, and re-entry lets only some of them in.
    const perCustomer = calls / Math.max(1, entered + refused);
    const entries = entered + refused === 0 ? calls : Math.round(entered * perCustomer);
    return { ...shared, entries, factor: perCustomer };
  });
};

const walkTurn = async (
  forecasting: Forecasting,
  nodes: readonly ScenarioNode[],
): Promise<readonly TriggerWalks[]> => {
  const [first] = nodes;
  return first && isEntryTrigger(first)
    ? [await walkEntryTrigger(forecasting, first)]
    : walkAudienceTriggers(forecasting, nodes);
};

// Who comes first fills a limit: Now lets in at the start, a clock at its next moment, a customer or a program some time after.
const firstAt = ({ facts }: Forecasting, node: ScenarioNode): number => {
  if (node.kind === 'now') return facts.now;
  const projectZone = facts.project.timeZone ?? 'UTC';
  if (!isTimed(node)) return Number.POSITIVE_INFINITY;
  return nextMoment(node, { after: facts.now, projectZone }) ?? Number.POSITIVE_INFINITY;
};

/** One by one in their turn where a limit counts over all of them, else everyone from all at once, which reads them once. */
const walkTriggers = async (
  forecasting: Forecasting,
  document: ScenarioDocument,
): Promise<TriggerWalks[]> => {
  const triggers = triggerNodes(document);
  const ofEveryone = triggers.filter((node) => !isEntryTrigger(node));
  const isLimited = document.nodes.some(({ kind }) => kind === 'limit');
  const together = isLimited ? ofEveryone.map((node) => [node]) : [ofEveryone];
  const turns = [...together, ...triggers.filter(isEntryTrigger).map((node) => [node])].map((nodes) => ({
    nodes,
    at: Math.min(...nodes.map((node) => firstAt(forecasting, node))),
  }));
  const inTurn = isLimited ? turns.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at))) : turns;
  const share = { ...forecasting, longestMs: forecasting.longestMs / Math.max(1, together.length) };
  const walks = new Map<string, TriggerWalks>();
  for (const { nodes } of inTurn) for (const own of await walkTurn(share, nodes)) walks.set(own.node.id, own);
  return triggers.flatMap(({ id }) => walks.get(id) ?? []);
};

const reentryOf = (node: ScenarioNode, leftOut: number): TriggerForecast['reentry'] => {
  if (!('reentry' in node.settings)) return null;
  const { mode, days } = node.settings.reentry;
  return mode === 'unlimited' ? null : { mode, days, leftOut };
};

const describeTriggers = async (
  { context, projectId, facts }: Forecasting,
  document: ScenarioDocument,
  walks: readonly TriggerWalks[],
): Promise<TriggerForecast[]> => {
  const costOf = await createCostOfNode(context, { projectId, document });
  const projectZone = facts.project.timeZone ?? 'UTC';
  const counted = walks.map((own) => ({ ...own, ...own.tally.scaled(own.factor) }));
  const ids = new Set(counted.flatMap(({ refusals }) => refusals.flatMap(({ customerIds }) => customerIds)));
  const named = await nameCustomers(context.database.pool, projectId, [...ids]);
  const customerOf = new Map(named.map((customer) => [customer.id, customer]));
  return counted.map(({ node, per, entries, looked, nodes, refusals, leftOut = 0 }) => {
    const costs = nodes.map(({ partsByCountry, ...own }) => ({
      ...own,
      cost: costOf(own.nodeId, partsByCountry),
    }));
    const next = isTimed(node) ? nextMoment(node, { after: facts.now, projectZone }) : null;
    return {
      nodeId: node.id,
      per,
      entries: entries === null ? null : Math.round(entries * 10) / 10,
      nextAt: next === null ? null : new Date(next).toISOString(),
      sampled: looked,
      reentry: reentryOf(node, leftOut),
      nodes: costs,
      refusals: refusals.map(({ customerIds, ...row }) => ({
        ...row,
        customers: customerIds.flatMap((id) => customerOf.get(id) ?? []),
      })),
      cost: addCosts(costs.map(({ cost }) => cost)),
    };
  });
};

/**
 * What a start of the draft would do at once, walked by the same engine over the true audience of Now: whom other triggers
 * let in later nobody knows. Writes and sends nothing.
 */
export const forecastStart = async (
  context: AppContext,
  where: { projectId: string; scenarioId: string },
  { longestMs = usualLongestMs, signal }: { longestMs?: number; signal?: AbortSignal } = {},
): Promise<StartForecast> => {
  const { pool } = context.database;
  const scenario = await findScenario(pool, where);
  if (!scenario) throw notFound('scenario');
  const { projectId } = where;
  const { document, revision } = scenario;
  const issues = await findDraftIssues(context, { projectId, scenario, document }, signal);
  const customers = await countCustomers(pool, projectId);
  const sentBefore = await countSent(pool, where);
  const readNodes = async (): Promise<readonly ScenarioNode[]> => document.nodes;
  const troubles = await findTroubles(context, { projectId, runId: null, readNodes });
  if (issues.some((issue) => issue.severity === 'error'))
    return { revision, issues, customers, triggers: [], assumptions: [], sentBefore, troubles };
  const facts = await loadMessageFacts(context, projectId, scenario);
  const { isDue, pause } = createPauses();
  const go = walk(document, facts, { isForecast: true, mayGoOn: () => !isDue() });
  const answer = createForecastAnswers();
  const letOthersIn = async (): Promise<void> => {
    await pause();
    signal?.throwIfAborted();
  };
  const forecasting: Forecasting = {
    context,
    projectId,
    facts,
    document,
    needs: findForecastNeeds(document, facts),
    customers,
    walkFrom: async (nodeId, { weight, ...input }) => {
      await letOthersIn();
      return walkInPieces(
        go,
        { nodeId, visit: 1, ...input },
        { answerTo: answer(weight), pause: letOthersIn },
      );
    },
    longestMs,
  };
  const walks = await walkTriggers(forecasting, document);
  return {
    revision,
    issues,
    customers,
    triggers: await describeTriggers(forecasting, document, walks),
    assumptions: findAssumptions(document),
    sentBefore,
    troubles,
  };
};
