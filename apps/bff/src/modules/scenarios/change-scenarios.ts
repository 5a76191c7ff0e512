import type { ChangedScenarios, Folder, ScenarioChange } from '@curlew/contract';
import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import { audit } from '../audit/service.ts';
import { lockFolder } from '../folders/service.ts';
import {
  lockScenarios,
  updateFolder,
  updateStatuses,
  updateTags,
  type ChangeableScenario,
} from './change-store.ts';
import { planChange } from './plan-change.ts';

interface ChangeRequest {
  readonly ids: readonly string[];
  readonly change: ScenarioChange;
  readonly by: { readonly userId: string };
}

/** What the audit log calls it. */
const actions: { readonly [K in ScenarioChange['kind']]: string } = {
  archive: 'scenario.archive',
  restore: 'scenario.unarchive',
  move: 'scenario.move',
  add_tag: 'scenario.tag',
  remove_tag: 'scenario.tag',
};

const detailOf = (change: ScenarioChange, { tags }: ChangeableScenario, folder: Folder | null) => {
  if (change.kind === 'move') return { folder: folder?.name ?? null };
  return change.kind === 'add_tag' || change.kind === 'remove_tag' ? { tags } : {};
};

const write = (
  connection: PoolClient,
  change: ScenarioChange,
  changed: readonly ChangeableScenario[],
): Promise<void> => {
  switch (change.kind) {
    case 'archive':
    case 'restore':
      return updateStatuses(connection, changed);
    case 'move':
      return updateFolder(
        connection,
        changed.map(({ id }) => id),
        change.folderId,
      );
    case 'add_tag':
    case 'remove_tag':
      return updateTags(connection, changed);
  }
};

/** One change to several scenarios: those that it cannot be made to are named, and the others changed. */
export const changeScenarios = (
  { database }: Pick<AppContext, 'database'>,
  projectId: string,
  { ids, change, by }: ChangeRequest,
): Promise<ChangedScenarios> =>
  database.transaction(async (connection) => {
    // Before its scenarios, as whoever deletes a folder locks them in that order, too.
    const folder =
      change.kind === 'move' && change.folderId !== null
        ? await lockFolder(connection, { projectId, folderId: change.folderId })
        : null;
    const found = await lockScenarios(connection, projectId, ids);
    const plans = found.map((scenario) => ({ scenario, plan: planChange(scenario, change) }));
    const changed = plans.flatMap(({ plan }) => (plan.kind === 'changed' ? [plan.scenario] : []));
    if (changed.length > 0) await write(connection, change, changed);
    for (const scenario of changed)
      await audit(connection, {
        projectId,
        userId: by.userId,
        action: actions[change.kind],
        subjectId: scenario.id,
        detail: detailOf(change, scenario, folder),
      });
    const known = new Set(found.map(({ id }) => id));
    const missing = [...new Set(ids)].filter((id) => !known.has(id));
    return {
      changedIds: changed.map(({ id }) => id),
      refused: [
        ...plans.flatMap(({ scenario: { id, name }, plan }) =>
          plan.kind === 'refused' ? [{ id, name, reason: plan.reason }] : [],
        ),
        ...missing.map((id) => ({ id, name: null, reason: 'not_found' as const })),
      ],
    };
  });
