import type { Folder, ScenarioSummary } from '@curlew/contract';
import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import { ApiFailure, notFound } from '../../http/api-failure.ts';
import { audit } from '../audit/service.ts';
import { lockFolder } from '../folders/service.ts';
import { isMember } from '../projects/service.ts';
import {
  lockScenarios,
  updateFolder,
  updateName,
  updateOwner,
  updateTags,
  type ChangeableScenario,
} from './change-store.ts';
import { readScenarioSummary } from './list-store.ts';
import { toSummary } from './summary.ts';

interface Changes {
  readonly name?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly folderId?: string | null | undefined;
  readonly ownerId?: string | null | undefined;
}

interface ChangeRequest {
  readonly changes: Changes;
  readonly by: { readonly userId: string; readonly name: string };
}

interface Place {
  readonly connection: PoolClient;
  readonly projectId: string;
  readonly scenario: ChangeableScenario;
  /** Where it is to lie. */
  readonly folder: Folder | null;
}

interface Done {
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

const move = async ({ connection, scenario, folder }: Place): Promise<Done> => {
  await updateFolder(connection, [scenario.id], folder?.id ?? null);
  return { action: 'scenario.move', detail: { folder: folder?.name ?? null } };
};

const give = async ({ connection, projectId, scenario }: Place, ownerId: string | null): Promise<Done> => {
  if (ownerId !== null && !(await isMember(connection, { projectId, userId: ownerId }))) {
    const message = 'The owner is to be a member of this project: choose another.';
    throw new ApiFailure('bad_request', message, { fields: [{ path: 'ownerId', message }] });
  }
  await updateOwner(connection, scenario.id, ownerId);
  return { action: 'scenario.change_owner', detail: { from: scenario.ownerId, ownerId } };
};

const apply = async (place: Place, { changes, by }: ChangeRequest): Promise<Done[]> => {
  const { connection, scenario } = place;
  const { name, tags, folderId, ownerId } = changes;
  const done: Done[] = [];
  if (folderId !== undefined && folderId !== scenario.folderId) done.push(await move(place));
  if (ownerId !== undefined && ownerId !== scenario.ownerId) done.push(await give(place, ownerId));
  if (name !== undefined && name !== scenario.name) {
    await updateName(connection, { id: scenario.id, name, by: by.name });
    done.push({ action: 'scenario.rename', detail: { from: scenario.name, name } });
  }
  if (tags !== undefined && JSON.stringify(tags) !== JSON.stringify(scenario.tags)) {
    await updateTags(connection, [{ id: scenario.id, tags }]);
    done.push({ action: 'scenario.tag', detail: { from: scenario.tags, tags } });
  }
  return done;
};

/** Changes what is said of a scenario beside its drawing. What is so already leaves no trace. */
export const changeScenario = async (
  { database }: Pick<AppContext, 'database'>,
  { projectId, scenarioId }: { projectId: string; scenarioId: string },
  request: ChangeRequest,
): Promise<ScenarioSummary> => {
  await database.transaction(async (connection) => {
    const { folderId } = request.changes;
    // Before the scenario, as whoever deletes a folder locks them in that order, too.
    const folder = folderId ? await lockFolder(connection, { projectId, folderId }) : null;
    const [scenario] = await lockScenarios(connection, projectId, [scenarioId]);
    if (!scenario) throw notFound('scenario');
    const { userId } = request.by;
    for (const { action, detail } of await apply({ connection, projectId, scenario, folder }, request))
      await audit(connection, { projectId, userId, action, subjectId: scenarioId, detail });
  });
  const row = await readScenarioSummary(database.pool, projectId, scenarioId);
  if (!row) throw notFound('scenario');
  return toSummary(row);
};
