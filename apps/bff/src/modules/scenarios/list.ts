import type { ScenarioSort, ScenarioStatus, ScenarioSummary } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { readCursorAs, toPage } from '../../http/page.ts';
import { readScenarios, readTags } from './list-store.ts';
import { cursorSchemaOf } from './sort-keys.ts';
import { toSummary } from './summary.ts';

interface ListRequest {
  readonly search?: string;
  readonly status?: ScenarioStatus | undefined;
  readonly tag?: string | undefined;
  readonly folderId?: string | undefined;
  readonly ownerId?: string | undefined;
  readonly sort?: ScenarioSort;
  readonly order?: 'asc' | 'desc';
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** A page of the scenarios that were asked for; all but the archived ones, last edited first, where nothing is said. */
export const listScenarios = async (
  { database }: Pick<AppContext, 'database'>,
  projectId: string,
  request: ListRequest,
): Promise<{ items: ScenarioSummary[]; nextCursor: string | null }> => {
  const { sort = 'updated', order = 'desc', limit } = request;
  const after = readCursorAs(request.cursor, cursorSchemaOf(sort, order));
  const rows = await readScenarios(database.pool, {
    projectId,
    search: request.search ?? '',
    status: request.status ?? null,
    tag: request.tag ?? null,
    folderId: request.folderId ?? null,
    ownerId: request.ownerId ?? null,
    sort,
    order,
    after: after && { key: after[1], id: after[2] },
    limit,
  });
  return toPage(rows, limit, {
    item: toSummary,
    cursor: ({ sortKey, id }) => [`${sort} ${order}`, sortKey, id],
  });
};

/** The tags in use, by name. */
export const listTags = async ({ database }: Pick<AppContext, 'database'>, projectId: string) => ({
  tags: await readTags(database.pool, projectId),
});
