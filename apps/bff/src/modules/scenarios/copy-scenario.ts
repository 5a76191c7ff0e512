import type { Scenario } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { notFound } from '../../http/api-failure.ts';
import { newId } from '../../new-id.ts';
import { audit } from '../audit/service.ts';
import { copyName } from './copy-name.ts';
import { findFolder } from '../folders/service.ts';
import { recordRevision } from '../revisions/record.ts';
import { describeScenario, readStoredDocument } from './service.ts';
import { insertScenario, readNames, readScenario } from './store.ts';

/** A new draft with the draft, tags and folder of another; it belongs to whoever made it. */
export const copyScenario = async (
  context: AppContext,
  { projectId, scenarioId }: { projectId: string; scenarioId: string },
  by: { readonly userId: string; readonly name: string },
): Promise<Scenario> => {
  const id = newId();
  await context.database.transaction(async (connection) => {
    const original = await readScenario(connection, { projectId, id: scenarioId });
    if (!original) throw notFound('scenario');
    const { folderId } = original;
    const folder = folderId === null ? null : await findFolder(connection, { projectId, folderId });
    const name = copyName(original.name, new Set(await readNames(connection, projectId)));
    await insertScenario(connection, {
      id,
      projectId,
      name,
      document: readStoredDocument(original.document),
      tags: original.tags,
      folderId: folder?.id ?? null,
      ownerId: by.userId,
      by: by.name,
    });
    await recordRevision(connection, { scenarioId: id, userId: by.userId, userName: by.name });
    await audit(connection, {
      projectId,
      userId: by.userId,
      action: 'scenario.create',
      subjectId: id,
      detail: { name, copyOf: scenarioId },
    });
  });
  return describeScenario(context, { projectId, scenarioId: id });
};
