import type { NamedTrouble } from '@curlew/contract';
import type { ScenarioNode } from '@curlew/scenario';
import type { AppContext } from '../../app-context.ts';
import { readHeldIntegrations, type HeldIntegration } from '../integrations/service.ts';
import { findWaitedFor } from '../messages/service.ts';

interface Senders {
  readonly projectId: string;
  /** Whose messages may have been handed over to other operators; null: nothing was sent yet. */
  readonly runId: string | null;
  /** Asked only while somebody is left alone. */
  readonly readNodes: () => Promise<readonly ScenarioNode[]>;
}

const troubleOf = ({ name, error, since, until }: HeldIntegration, through: string | null): NamedTrouble => ({
  name,
  error,
  since: since.toISOString(),
  until: until.toISOString(),
  through,
});

/** Tells of held integrations whether a node sends through them. */
const isNamedBy = (nodes: readonly ScenarioNode[]): ((held: HeldIntegration) => boolean) => {
  const named = new Set(nodes.flatMap((node) => (node.kind === 'sms' ? [node.settings.integrationId] : [])));
  return ({ id, isDefault }) => named.has(id) || (isDefault && named.has(null));
};

/** For single nodes, all by one reading: what is wrong with the operator that a node sends through; null: nothing. */
export const readNodeTroubles = async (
  { database, now }: Pick<AppContext, 'database' | 'now'>,
  projectId: string,
): Promise<(node: ScenarioNode) => NamedTrouble | null> => {
  const held = await readHeldIntegrations(database.pool, { projectId, at: now() });
  return (node) => {
    const found = held.find(isNamedBy([node]));
    return found ? troubleOf(found, found.through) : null;
  };
};

/** Of the operators that nobody calls now, those that nodes send through, or that messages of the run were handed over to. */
export const findTroubles = async (
  { database, now }: Pick<AppContext, 'database' | 'now'>,
  { projectId, runId, readNodes }: Senders,
): Promise<NamedTrouble[]> => {
  const held = await readHeldIntegrations(database.pool, { projectId, at: now() });
  if (held.length === 0) return [];
  const isNamed = isNamedBy(await readNodes());
  const integrationIds = held.map((one) => one.id);
  const waitedFor =
    runId === null ? new Set<string>() : await findWaitedFor(database.pool, { runId, integrationIds });
  return held.flatMap((one) => {
    if (isNamed(one)) return [troubleOf(one, one.through)];
    // What was handed over once is not handed over again.
    return waitedFor.has(one.id) ? [troubleOf(one, null)] : [];
  });
};
