import type { WalkStep, WalkSummary } from '@curlew/contract';
import { describeEnding, describeStep } from '@curlew/engine';
import { describeNode, nodeKinds, zoneOf, type ScenarioNode } from '@curlew/scenario';
import type { AppContext } from '../../app-context.ts';
import { nameCustomers } from '../customers/service.ts';
import { listConsentCategoryNames, readProjectRules } from '../projects/service.ts';
import type { PinnedVersion } from '../runs/versions.ts';
import type { StepRow, WalkRow } from './store.ts';

/** What the words of a project's walks need. */
export interface Vocabulary {
  readonly projectZone: string;
  readonly categoryNames: ReadonlyMap<string, string>;
}

export const readVocabulary = async (context: AppContext, projectId: string): Promise<Vocabulary> => {
  const [{ timeZone }, categoryNames] = await Promise.all([
    readProjectRules(context, projectId),
    listConsentCategoryNames(context, projectId),
  ]);
  return { projectZone: timeZone, categoryNames };
};

export const nameOfNode = (node: ScenarioNode | undefined): string =>
  node ? node.name || nodeKinds[node.kind].title : 'A node of an earlier version';

// A wait by the calendar goes by the customer's own, whatever its other modes are set to.
const zoneSetting = (node: ScenarioNode): string => {
  if (node.kind === 'wait' && node.settings.mode !== 'date' && node.settings.mode !== 'time_of_day')
    return 'customer';
  return 'timeZone' in node.settings ? node.settings.timeZone : 'project';
};

const momentOf = (value: unknown): string | null =>
  typeof value === 'number' ? new Date(value * 1_000).toISOString() : null;

/** A step in words; versions are those that the walk may have passed it in, the likeliest first. */
export const describeStepRow = (
  { place, step }: StepRow,
  {
    row,
    versions,
    vocabulary,
    isLast,
  }: {
    row: WalkRow;
    versions: readonly PinnedVersion[];
    vocabulary: Vocabulary;
    isLast: boolean;
  },
): WalkStep => {
  const [key, output, at, why] = step;
  const node = versions
    .flatMap(({ document }) => document.nodes)
    .find(({ id, number }) => number === key || id === key);
  const left = typeof output === 'string' ? output : null;
  const told = { visit: place, output: left, at: momentOf(at) };
  if (!node)
    return { ...told, nodeId: null, nodeName: nameOfNode(node), kind: null, outputLabel: '', words: '' };
  const { projectZone, categoryNames } = vocabulary;
  return {
    ...told,
    nodeId: node.id,
    nodeName: nameOfNode(node),
    kind: node.kind,
    outputLabel: describeNode(node).outputs.find(({ id }) => id === left)?.label ?? '',
    words: describeStep(
      node,
      { output: left, why, ending: isLast ? row.ending : null },
      {
        timeZone: zoneOf(zoneSetting(node), row, projectZone),
        categoryName: (id) => categoryNames.get(id),
      },
    ),
  };
};

const stateOf = ({ isFinished, ending }: WalkRow): WalkSummary['state'] => {
  if (!isFinished) return 'inside';
  return ending === null ? 'finished' : 'ended';
};

/** Where a walk stands and since when. */
export const summariseWalk = (
  row: WalkRow,
  { customerName, nodes }: { customerName: string; nodes: ReadonlyMap<string, ScenarioNode> },
): WalkSummary => {
  const { id, customerId, ending, startedAt, nodeId, enteredAt, waitsUntil, awaits } = row;
  return {
    id,
    customerId,
    customerName,
    state: stateOf(row),
    ending: ending === null ? null : describeEnding(ending),
    startedAt: startedAt.toISOString(),
    nodeId,
    nodeName: nameOfNode(nodes.get(nodeId)),
    since: enteredAt.toISOString(),
    // Until the epoch: they were moved here from another version, and are asked about again.
    waitsUntil:
      waitsUntil !== null && waitsUntil.getTime() > 0 && !row.isFinished ? waitsUntil.toISOString() : null,
    awaits: row.isFinished ? null : awaits,
  };
};

/** What the customers of these walks are called, by id. */
export const nameWalkers = async (
  { database }: Pick<AppContext, 'database'>,
  projectId: string,
  rows: readonly WalkRow[],
): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(rows.map(({ customerId }) => customerId))];
  const names = await nameCustomers(database.pool, projectId, ids);
  return new Map(names.map(({ id, name }) => [id, name]));
};
