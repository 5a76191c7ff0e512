import type { Revision, RevisionSummary } from '@curlew/contract';
import { diffDocuments } from '@curlew/scenario';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { type ChangeLine, changeLinesOf } from './change-lines.ts';
import { type DiffDrawing, drawDiff } from './draw-diff.ts';
import { type ScenarioPlace, versionListQuery, versionQuery } from './version-queries.ts';

const nothing = { nodes: [], edges: [], notes: [] } as const;

interface Comparison {
  readonly drawing: DiffDrawing;
  readonly lines: readonly ChangeLine[];
}

const compare = (before: Revision | null, after: Revision): Comparison => {
  const diff = before ? diffDocuments(before.document, after.document) : nothing;
  return {
    drawing: drawDiff(after.document, diff),
    lines: changeLinesOf(diff, before?.document ?? after.document, after.document),
  };
};

/** The history, the version that is looked at, and what it is compared with. */
export const useVersions = (place: ScenarioPlace, revision: number) => {
  const list = useInfiniteQuery(versionListQuery(place, revision));
  const versions = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data]);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [otherId, setOtherId] = useState<string | null>(null);

  const knownOf = (id: string | null | undefined): RevisionSummary | undefined =>
    versions.find((version) => version.id === id);
  const chosen = knownOf(chosenId) ?? versions[0];
  const shown = useQuery({
    ...versionQuery(place, { id: chosen?.id ?? '', savedAt: chosen?.savedAt ?? '' }),
    enabled: chosen !== undefined,
  });
  const beforeId = otherId ?? shown.data?.previousId ?? null;
  const before = useQuery({
    ...versionQuery(place, { id: beforeId ?? '', savedAt: knownOf(beforeId)?.savedAt ?? '' }),
    enabled: beforeId !== null,
  });

  const after = shown.data ?? null;
  const base = beforeId === null ? null : (before.data ?? null);
  const isReady = after?.id === chosen?.id && (base?.id ?? null) === beforeId;
  const comparison = useMemo(() => (after ? compare(base, after) : null), [base, after]);

  return {
    versions,
    list,
    chosen,
    // Its name may be newer in the list than where its document was read.
    before: isReady && base ? (knownOf(base.id) ?? base) : null,
    /** Chosen to compare with; null: the version before. */
    otherId,
    comparison,
    /** What is drawn belongs to what is chosen. */
    isReady,
    error: shown.error ?? before.error,
    retry: () => {
      if (shown.error) void shown.refetch();
      if (before.error) void before.refetch();
    },
    choose: (id: string) => {
      setChosenId(id);
      if (id === otherId) setOtherId(null);
    },
    compareWith: setOtherId,
  };
};

export type Versions = ReturnType<typeof useVersions>;
