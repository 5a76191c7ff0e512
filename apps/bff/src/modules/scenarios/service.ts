import { emptyDocument, parseDocument, type ScenarioDocument } from '@curlew/scenario';
import type { Scenario } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import type { Connection } from '../../database/database.ts';
import { ApiFailure, notFound } from '../../http/api-failure.ts';
import { newId } from '../../new-id.ts';
import { audit } from '../audit/service.ts';
import { recordRevision } from '../revisions/record.ts';
import { lockFolder } from '../folders/service.ts';
import { describeLatestRun } from '../runs/progress.ts';
import { readScenarioSummary } from './list-store.ts';
import { toSummary } from './summary.ts';
import { deleteUnrunScenario, insertScenario, readScenario, updateDraft } from './store.ts';

interface Where {
  readonly projectId: string;
  readonly scenarioId: string;
}

interface By {
  readonly userId: string;
  readonly name: string;
}

/** A document from the database, which only this module writes: anything else in there is a bug. */
export const readStoredDocument = (stored: unknown): ScenarioDocument => {
  const parsed = parseDocument(stored);
  if (!parsed.ok) throw new Error(`a stored scenario document is broken: ${parsed.problems.join('; ')}`);
  return parsed.document;
};

export interface FoundScenario {
  readonly id: string;
  readonly name: string;
  readonly status: Scenario['status'];
  readonly revision: number;
  readonly document: ScenarioDocument;
  readonly updatedBy: string;
}

/** The draft as it is now; null when the project has no such scenario. */
export const findScenario = async (
  connection: Connection,
  where: Where,
  lock = false,
): Promise<FoundScenario | null> => {
  const row = await readScenario(connection, { projectId: where.projectId, id: where.scenarioId, lock });
  return row ? { ...row, document: readStoredDocument(row.document) } : null;
};

/** The same, while everyone else who would change it waits until the transaction ends. */
export const lockScenario = (connection: Connection, where: Where): Promise<FoundScenario | null> =>
  findScenario(connection, where, true);

const checkDocument = (document: ScenarioDocument): ScenarioDocument => {
  const parsed = parseDocument(document);
  if (parsed.ok) return parsed.document;
  const fields = parsed.problems.map((message) => ({ path: 'document', message }));
  throw new ApiFailure('bad_request', `The scenario does not hold together: ${parsed.problems[0]}.`, {
    fields,
  });
};

export const describeScenario = async (
  context: AppContext,
  { projectId, scenarioId }: Where,
): Promise<Scenario> => {
  const { database } = context;
  const [summary, row, currentRun] = await Promise.all([
    readScenarioSummary(database.pool, projectId, scenarioId),
    readScenario(database.pool, { projectId, id: scenarioId }),
    describeLatestRun(context, { projectId, scenarioId }),
  ]);
  if (!summary || !row) throw notFound('scenario');
  return {
    ...toSummary(summary),
    revision: row.revision,
    document: readStoredDocument(row.document),
    currentRun,
  };
};

interface NewDraft {
  readonly name: string;
  readonly document: ScenarioDocument | undefined;
  readonly folderId?: string | null;
  readonly by: By;
}

export const createScenario = async (
  context: AppContext,
  projectId: string,
  { name, document, folderId = null, by }: NewDraft,
): Promise<Scenario> => {
  const id = newId();
  const checked = checkDocument(document ?? emptyDocument());
  await context.database.transaction(async (connection) => {
    if (folderId !== null) await lockFolder(connection, { projectId, folderId });
    await insertScenario(connection, {
      id,
      projectId,
      name,
      document: checked,
      tags: [],
      folderId,
      ownerId: by.userId,
      by: by.name,
    });
    await recordRevision(connection, { scenarioId: id, userId: by.userId, userName: by.name });
    await audit(connection, {
      projectId,
      userId: by.userId,
      action: 'scenario.create',
      subjectId: id,
      detail: { name },
    });
  });
  return describeScenario(context, { projectId, scenarioId: id });
};

export const saveDraft = async (
  { database }: AppContext,
  { projectId, scenarioId }: Where,
  draft: {
    revision: number;
    document: ScenarioDocument;
    by: By;
    /** Number of the revision that the document was brought back from. */
    restoredFrom?: number;
  },
) => {
  const document = checkDocument(draft.document);
  return database.transaction(async (connection) => {
    const saved = await updateDraft(connection, {
      projectId,
      id: scenarioId,
      revision: draft.revision,
      document,
      by: draft.by.name,
    });
    if (!saved) {
      const row = await readScenario(connection, { projectId, id: scenarioId });
      if (!row) throw notFound('scenario');
      throw new ApiFailure('revision_conflict', `${row.updatedBy} saved this scenario since you opened it.`);
    }
    const { by, restoredFrom } = draft;
    await recordRevision(connection, { scenarioId, userId: by.userId, userName: by.name, restoredFrom });
    await audit(connection, {
      projectId,
      userId: by.userId,
      action: restoredFrom === undefined ? 'scenario.save' : 'scenario.restore',
      subjectId: scenarioId,
      detail: { revision: saved.revision, restoredFrom },
    });
    return { revision: saved.revision, updatedAt: saved.updatedAt.toISOString(), updatedBy: draft.by.name };
  });
};

export const deleteScenario = async (
  { database }: AppContext,
  { projectId, scenarioId }: Where,
  by: By,
): Promise<void> => {
  await database.transaction(async (connection) => {
    const row = await readScenario(connection, { projectId, id: scenarioId, lock: true });
    if (!row) throw notFound('scenario');
    if (!(await deleteUnrunScenario(connection, projectId, scenarioId))) {
      throw new ApiFailure(
        'bad_request',
        'This scenario has run, so its numbers are kept and it cannot be deleted.',
      );
    }
    await audit(connection, {
      projectId,
      userId: by.userId,
      action: 'scenario.delete',
      subjectId: scenarioId,
      detail: { name: row.name },
    });
  });
};
