import { compileTemplate, findVariables } from '@curlew/jinja';
import {
  alwaysHolds,
  reachableFrom,
  type MessageDefaults,
  type NodeKind,
  type ScenarioDocument,
  type ScenarioNode,
} from '@curlew/scenario';
import { attributesReadBy } from './customer-reads.ts';

/** The nodes that a walk from one of them may come to before it is held for sure: whoever stands at a wait already goes on from it. */
export const nodesInOneGo = (document: ScenarioDocument, nodeId: string): ScenarioNode[] => {
  const holding = new Set(document.nodes.filter(alwaysHolds).map(({ id }) => id));
  const edges = document.edges.filter(({ source }) => source === nodeId || !holding.has(source));
  const reached = reachableFrom({ ...document, edges }, [nodeId]);
  return document.nodes.filter(({ id }) => reached.has(id));
};

/** What must be known of a customer to walk them through some nodes. */
export interface WalkFacts {
  /** Names of attributes; `all` where some template may look at any. */
  readonly attributes: readonly string[] | 'all';
  readonly ids: boolean;
  readonly consents: boolean;
}

/** What the nodes of a kind read of every customer, whatever their settings. */
const readByKind: { readonly [K in NodeKind]?: readonly string[] } = {
  on_date: ['time_zone'],
  wait: ['time_zone'],
  silent_hours: ['time_zone'],
  sms: ['language', 'phone', 'time_zone'],
};

const isTemplate = (text: string): boolean => text.includes('{{') || text.includes('{%');

// Any text of the settings may be a template: to look at one that is none does no harm.
const templatesIn = (value: unknown): string[] => {
  if (typeof value === 'string') return isTemplate(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(templatesIn);
};

const pathsOf = (template: string): readonly (readonly string[])[] => {
  const compiled = compileTemplate(template);
  return compiled.ok ? findVariables(compiled.template).map(({ path }) => path) : [];
};

const conditionsOf = (nodes: readonly ScenarioNode[]) =>
  nodes.flatMap((node) =>
    node.kind === 'condition' ? node.settings.filter.groups.flatMap(({ conditions }) => conditions) : [],
  );

/**
 * What nodes can read of a customer: with this alone a walk through them goes, writes and sends as with all that is known. The project's
 * defaults may be templates too.
 */
export const findWalkFacts = (nodes: readonly ScenarioNode[], defaults: MessageDefaults): WalkFacts => {
  const hasMessages = nodes.some(({ kind }) => kind === 'sms');
  const settings = [...nodes.map((node) => node.settings), ...(hasMessages ? [defaults] : [])];
  const paths = [...new Set(settings.flatMap(templatesIn))].flatMap(pathsOf);
  const conditions = conditionsOf(nodes);
  const inTemplates = attributesReadBy(paths);
  const inConditions = conditions.flatMap((condition) =>
    condition.kind === 'attribute' ? [condition.property.trim()] : [],
  );
  const byKind = nodes.flatMap(({ kind }) => readByKind[kind] ?? []);
  return {
    attributes:
      inTemplates === 'all' ? 'all' : [...new Set([...inTemplates, ...inConditions, ...byKind])].sort(),
    ids: paths.some(([variable]) => variable === 'customer_ids'),
    consents: hasMessages || conditions.some(({ kind }) => kind === 'consent'),
  };
};
