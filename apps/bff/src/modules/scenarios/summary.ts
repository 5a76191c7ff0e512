import type { ScenarioSummary } from '@curlew/contract';
import type { ScenarioListRow } from './list-store.ts';

export const toSummary = (row: ScenarioListRow): ScenarioSummary => ({
  id: row.id,
  name: row.name,
  status: row.status,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
  updatedBy: row.updatedBy,
  nodeCount: row.nodeCount,
  tags: [...row.tags],
  folder: row.folder,
  owner: row.owner,
  lastRun: row.lastRun,
});
