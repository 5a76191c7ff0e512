import { endpoints } from '@curlew/contract';
import { diffDocuments, type ScenarioDocument } from '@curlew/scenario';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { callApi } from '../../../lib/api.ts';
import { useScenarioDocument } from '../state/canvas-context.ts';
import type { ScenarioPlace } from './version-queries.ts';

// What was started lies behind as many saves as there were since.
const pagesLookedAt = 10;

const findStarted = async (
  params: ScenarioPlace,
  versionNumber: number,
  signal: AbortSignal,
): Promise<ScenarioDocument | null> => {
  let cursor: string | null = null;
  for (let page = 0; page < pagesLookedAt; page += 1) {
    const query: { cursor?: string } = cursor === null ? {} : { cursor };
    // One page says where the next begins.
    // oxlint-disable-next-line no-await-in-loop
    const { items, nextCursor } = await callApi(endpoints.listRevisions, { params, query, signal });
    const started = items.find(({ startedAs }) => startedAs.includes(versionNumber));
    if (started) {
      const revision = { ...params, revisionId: started.id };
      return (await callApi(endpoints.getRevision, { params: revision, signal })).document;
    }
    if (nextCursor === null) return null;
    cursor = nextCursor;
  }
  return null;
};

/** The document that a version was pinned from, which never changes; null: so old that nobody looks for it. */
const startedDocumentQuery = (place: ScenarioPlace, versionNumber: number) =>
  queryOptions({
    queryKey: ['started-document', place.projectId, place.scenarioId, versionNumber],
    queryFn: ({ signal }) => findStarted(place, versionNumber, signal),
    staleTime: Infinity,
  });

const doesOther = (before: ScenarioDocument, after: ScenarioDocument): boolean => {
  if (before === after) return false;
  const { nodes, edges } = diffDocuments(before, after);
  return edges.length > 0 || nodes.some(({ how }) => how !== 'moved');
};

/** Whether the draft on the screen does something else than a version that runs; null: none does. Places and notes do nothing. */
export const useHasChanges = (place: ScenarioPlace, versionNumber: number | null): boolean => {
  const document = useDeferredValue(useScenarioDocument());
  const { data: started } = useQuery({
    ...startedDocumentQuery(place, versionNumber ?? 0),
    enabled: versionNumber !== null,
  });
  return useMemo(() => {
    if (versionNumber === null || started === undefined) return false;
    return started === null || doesOther(started, document);
  }, [versionNumber, started, document]);
};
