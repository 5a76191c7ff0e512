import type { ChangedScenarios, ScenarioChange, ScenarioSummary } from '@curlew/contract';
import { formatCount } from '../../../lib/format-number.ts';

interface NamedFolder {
  readonly id: string;
  readonly name: string;
}

interface Made {
  readonly change: ScenarioChange;
  readonly scenarios: readonly ScenarioSummary[];
  readonly result: ChangedScenarios;
  /** All that there are; a change says only the id. */
  readonly folders: readonly NamedFolder[];
}

const mostNamed = 3;

const quote = (name: string): string => `“${name}”`;

/** One by name, several as so many. */
const nameOf = (names: readonly string[]): string => {
  const [only, another] = names;
  return only !== undefined && another === undefined ? quote(only) : formatCount(names.length, 'scenario');
};

const verbOf = (change: ScenarioChange, isOne: boolean, folders: readonly NamedFolder[]): string => {
  const are = isOne ? 'is' : 'are';
  switch (change.kind) {
    case 'archive':
      return `${are} in the archive.`;
    case 'restore':
      return `${are} back in the list.`;
    case 'move': {
      const folder = folders.find(({ id }) => id === change.folderId);
      return folder ? `${are} now in ${quote(folder.name)}.` : `${are} in no folder any more.`;
    }
    case 'add_tag':
      return `${isOne ? 'has' : 'have'} the tag ${quote(change.tag)} now.`;
    case 'remove_tag':
      return `${isOne ? 'has' : 'have'} the tag ${quote(change.tag)} no more.`;
  }
};

/** What was done, in a sentence; null where everything was so before. */
export const describeDone = ({ change, scenarios, result, folders }: Made): string | null => {
  const changed = new Set(result.changedIds);
  const names = scenarios.filter(({ id }) => changed.has(id)).map(({ name }) => name);
  return names.length === 0 ? null : `${nameOf(names)} ${verbOf(change, names.length === 1, folders)}`;
};

const listNames = (names: readonly string[]): string => {
  const shown = names.slice(0, mostNamed).map(quote).join(', ');
  return names.length > mostNamed ? `${shown} and ${names.length - mostNamed} more` : shown;
};

type Reason = ChangedScenarios['refused'][number]['reason'];

const refusals: { readonly [R in Reason]: readonly [one: string, several: string] } = {
  running: [
    'is running and was not archived. Archive it when its run has ended.',
    'are running and were not archived. Archive them when their runs have ended.',
  ],
  too_many_tags: [
    'has 20 tags already. Take one away first.',
    'have 20 tags already. Take one away from each first.',
  ],
  not_found: ['does not exist any more.', 'do not exist any more.'],
};

/** What was not done and why, a sentence for each reason, with names. */
export const describeRefused = ({ scenarios, result }: Pick<Made, 'scenarios' | 'result'>): string[] => {
  const known = new Map(scenarios.map(({ id, name }) => [id, name]));
  const byReason = Map.groupBy(result.refused, ({ reason }) => reason);
  return [...byReason].map(([reason, refused]) => {
    const names = refused.map(({ id, name }) => name ?? known.get(id) ?? 'A scenario');
    return `${listNames(names)} ${refusals[reason][names.length === 1 ? 0 : 1]}`;
  });
};

/** The changes that take a change back, where it changed something. */
export const undoOf = ({
  change,
  scenarios,
  result,
}: Omit<Made, 'folders'>): readonly {
  readonly ids: readonly string[];
  readonly change: ScenarioChange;
}[] => {
  const ids = result.changedIds;
  if (ids.length === 0) return [];
  switch (change.kind) {
    case 'archive':
      return [{ ids, change: { kind: 'restore' } }];
    case 'restore':
      return [{ ids, change: { kind: 'archive' } }];
    case 'add_tag':
      return [{ ids, change: { kind: 'remove_tag', tag: change.tag } }];
    case 'remove_tag':
      return [{ ids, change: { kind: 'add_tag', tag: change.tag } }];
    case 'move': {
      const before = new Map(scenarios.map(({ id, folder }) => [id, folder?.id ?? null]));
      const byFolder = Map.groupBy(ids, (id) => before.get(id) ?? null);
      return [...byFolder].map(([folderId, moved]) => ({ ids: moved, change: { kind: 'move', folderId } }));
    }
  }
};
