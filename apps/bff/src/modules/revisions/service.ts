import type { ReplyOf, Revision, RevisionSummary, endpoints } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { notFound } from '../../http/api-failure.ts';
import { readCursor, toPage } from '../../http/page.ts';
import { audit } from '../audit/service.ts';
import { findScenario, readStoredDocument, saveDraft } from '../scenarios/service.ts';
import {
  readRevision,
  readRevisions,
  updateRevisionName,
  type RevisionPlace,
  type RevisionRow,
} from './store.ts';

interface By {
  readonly userId: string;
  readonly name: string;
}

const toSummary = (row: RevisionRow): RevisionSummary => ({
  id: row.id,
  number: row.number,
  name: row.name,
  startedAs: row.startedAs,
  restoredFrom: row.restoredFrom,
  by: { id: row.userId, name: row.userName },
  beganAt: row.beganAt.toISOString(),
  savedAt: row.savedAt.toISOString(),
  nodeCount: row.nodeCount,
  isCurrent: row.isCurrent,
});

export const listRevisions = async (
  { database }: Pick<AppContext, 'database'>,
  where: { projectId: string; scenarioId: string },
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) => {
  const rows = await readRevisions(database.pool, { ...where, after: readCursor(cursor, 2), limit });
  // A scenario has a history from its first moment on.
  if (rows.length === 0 && cursor === undefined) throw notFound('scenario');
  return toPage(rows, limit, { item: toSummary, cursor: (row) => [row.beganAtText, row.id] });
};

export const describeRevision = async (
  { database }: Pick<AppContext, 'database'>,
  place: RevisionPlace,
): Promise<Revision> => {
  const row = await readRevision(database.pool, place);
  if (!row) throw notFound('revision');
  return { ...toSummary(row), previousId: row.previousId, document: readStoredDocument(row.document) };
};

export const nameRevision = async (
  { database }: Pick<AppContext, 'database'>,
  place: RevisionPlace,
  { name, by }: { name: string | null; by: By },
): Promise<RevisionSummary> =>
  database.transaction(async (connection) => {
    if (!(await updateRevisionName(connection, place, name))) throw notFound('revision');
    const row = await readRevision(connection, place);
    if (!row) throw notFound('revision');
    await audit(connection, {
      projectId: place.projectId,
      userId: by.userId,
      action: 'scenario.name_revision',
      subjectId: place.scenarioId,
      detail: { number: row.number, name },
    });
    return toSummary(row);
  });

/** Saves the document of a revision as the draft. The number of the next node never goes back: it names nodes for good. */
export const restoreRevision = async (
  context: AppContext,
  place: RevisionPlace,
  { revision, by }: { revision: number; by: By },
): Promise<ReplyOf<typeof endpoints.restoreRevision>> => {
  const [old, scenario] = await Promise.all([
    readRevision(context.database.pool, place),
    findScenario(context.database.pool, place),
  ]);
  if (!old || !scenario) throw notFound('revision');
  const stored = readStoredDocument(old.document);
  const nextNumber = Math.max(stored.nextNumber, scenario.document.nextNumber);
  const document = { ...stored, nextNumber };
  // Saved only on top of the revision that was looked at: what was read above is still so then.
  const saved = await saveDraft(context, place, { revision, document, by, restoredFrom: old.number });
  return { ...saved, document };
};
