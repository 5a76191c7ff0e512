import { findWalkFacts, nodesInOneGo, type WalkFacts } from '@curlew/engine';
import {
  messageRulesOf,
  type MessageDefaults,
  type NodeOf,
  type ScenarioDocument,
  type ScenarioNode,
} from '@curlew/scenario';
import type { EventCondition } from '../audiences/condition-events.ts';

/** What must be loaded of customers who walk on from a node, as far as they can come in one go. */
export interface WalkNeeds {
  /** Of the customer. */
  readonly facts: WalkFacts;
  readonly conditions: readonly EventCondition[];
  /** Whether templates may speak of the event that started the walk, or of a webhook's answer. */
  readonly readsEvent: boolean;
  readonly readsWebhook: boolean;
  /** Frequency policies that its messages count against, whether or not there is such a policy. */
  readonly policyIds: ReadonlySet<string>;
  readonly splits: readonly NodeOf<'split'>[];
  /** Whether it may write attributes, which may be worked out from what they are. */
  readonly setsAttributes: boolean;
}

/** What a Condition asks of what customers did. */
export const eventConditionsOf = ({ settings: { filter } }: NodeOf<'condition'>): EventCondition[] =>
  filter.groups.flatMap(({ conditions }) => conditions.filter((condition) => condition.kind === 'event'));

const speaksOf = (nodes: readonly ScenarioNode[], variable: string): boolean =>
  nodes.some(({ settings }) => JSON.stringify(settings).includes(variable));

const findNeeds = (
  document: ScenarioDocument,
  { nodeId, defaults }: { nodeId: string; defaults: MessageDefaults },
): WalkNeeds => {
  const nodes = nodesInOneGo(document, nodeId);
  const conditions = nodes.filter((node) => node.kind === 'condition');
  const policies = nodes.flatMap((node) => {
    const id = node.kind === 'sms' ? messageRulesOf(node, defaults).frequencyPolicyId : null;
    return id === null ? [] : [id];
  });
  return {
    facts: findWalkFacts(nodes, defaults),
    conditions: conditions.flatMap(eventConditionsOf),
    readsEvent: speaksOf(nodes, 'event'),
    readsWebhook: speaksOf(nodes, 'webhook'),
    policyIds: new Set(policies),
    splits: nodes.filter((node) => node.kind === 'split').filter(({ settings }) => settings.winner !== null),
    setsAttributes: nodes.some(({ kind }) => kind === 'set_attribute'),
  };
};

const known = new WeakMap<ScenarioDocument, Map<string, WalkNeeds>>();

/** What walks of a version need that begin at a node; worked out once for each set of defaults. */
export const findWalkNeeds = (
  document: ScenarioDocument,
  from: { nodeId: string; defaults: MessageDefaults },
): WalkNeeds => {
  const key = JSON.stringify(from);
  const byNode = known.get(document) ?? new Map<string, WalkNeeds>();
  const needs = byNode.get(key) ?? findNeeds(document, from);
  known.set(document, byNode.set(key, needs));
  return needs;
};
