import type { NodeCounts, Run } from '@curlew/contract';
import type { ScenarioDocument } from '@curlew/scenario';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { PastRun } from '../../features/canvas/versions/past-run.tsx';
import { countsByNode } from '../../features/runs/counts-by-node.ts';
import { runDocumentQuery, runQuery } from '../../features/runs/run-queries.ts';
import { isUnderWay } from '../../features/runs/run-totals.ts';
import { describeError } from '../../lib/error-sentences.ts';
import { notify } from '../../ui/notify.ts';
import { RelativeTime } from '../../ui/relative-time.tsx';

interface PastRunShown {
  readonly run: Run;
  readonly document: ScenarioDocument;
  readonly counts: ReadonlyMap<string, NodeCounts>;
  /** Its counts are of now, as far as it still changes. */
  readonly isLive: boolean;
  /** What lies over the canvas. */
  readonly over: ReactNode;
}

type Where = Readonly<Record<'projectId' | 'scenarioId', string>>;

const refreshMs = 5_000;

interface PastRunLook {
  /** Null: none is looked at. */
  readonly shown: PastRunShown | null;
  readonly show: (runId: string) => void;
  readonly hide: () => void;
}

/** A run of the list that is looked at on the canvas in place of the latest one. */
export const usePastRun = (where: Where): PastRunLook => {
  const queryClient = useQueryClient();
  const [runId, setRunId] = useState<string | null>(null);
  const params = { ...where, runId: runId ?? '' };
  const enabled = runId !== null;
  const run = useQuery({
    ...runQuery(params),
    enabled,
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? refreshMs : false),
  });
  const version = useQuery({ ...runDocumentQuery(params), enabled });
  const hide = useCallback(() => setRunId(null), []);
  // It is shown when all of it is there.
  const { mutate: show } = useMutation({
    mutationFn: async (id: string) => {
      const wanted = { ...where, runId: id };
      await Promise.all([
        queryClient.fetchQuery(runQuery(wanted)),
        queryClient.fetchQuery(runDocumentQuery(wanted)),
      ]);
      return id;
    },
    onSuccess: setRunId,
    onError: (error) => notify.failed(`The run cannot be shown: ${describeError(error)}`),
  });
  const document = version.data?.document;
  const { data } = run;
  const counts = useMemo(
    () =>
      data &&
      document &&
      countsByNode(
        data,
        document.nodes.map(({ id }) => id),
      ),
    [data, document],
  );
  if (runId === null || !data || !document || !counts) return { shown: null, show, hide };
  const over = (
    <PastRun
      key={runId}
      title={`Version ${data.versionNumber} as it ran`}
      words={
        <>
          Started <RelativeTime at={data.startedAt} /> by {data.startedBy}.
        </>
      }
      document={document}
      counts={counts}
      onClose={hide}
    />
  );
  return { shown: { run: data, document, counts, isLive: !run.isError, over }, show, hide };
};
