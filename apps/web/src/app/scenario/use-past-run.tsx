import { endpoints, type NodeCounts, type Run } from '@curlew/contract';
import type { ScenarioDocument } from '@curlew/scenario';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { PastRun } from '../../features/canvas/versions/past-run.tsx';
import { countsByNode } from '../../features/runs/counts-by-node.ts';
import { isUnderWay } from '../../features/runs/run-totals.ts';
import { callApi } from '../../lib/api.ts';
import { describeError } from '../../lib/error-sentences.ts';
import { notify } from '../../ui/notify.ts';
import { RelativeTime } from '../../ui/relative-time.tsx';

interface PastRunShown {
  readonly run: Run;
  readonly document: ScenarioDocument;
  readonly counts: ReadonlyMap<string, NodeCounts>;
  /** What lies over the canvas. */
  readonly over: ReactNode;
}

type Where = Readonly<Record<'projectId' | 'scenarioId', string>>;

const refreshMs = 5_000;

const runQuery = (params: Where & { readonly runId: string }) =>
  queryOptions({
    queryKey: ['run', params],
    queryFn: ({ signal }) => callApi(endpoints.getRun, { params, signal }),
    staleTime: 0,
  });

const documentQuery = (params: Where & { readonly runId: string }) =>
  queryOptions({
    queryKey: ['run', params, 'document'],
    queryFn: ({ signal }) => callApi(endpoints.getRunDocument, { params, signal }),
    // What a run runs never changes.
    staleTime: Infinity,
  });

/** A run of the list that is looked at on the canvas in place of the latest one; null: none is. */
export const usePastRun = (
  where: Where,
): { readonly shown: PastRunShown | null; readonly show: (runId: string) => void } => {
  const queryClient = useQueryClient();
  const [runId, setRunId] = useState<string | null>(null);
  const params = { ...where, runId: runId ?? '' };
  const enabled = runId !== null;
  const run = useQuery({
    ...runQuery(params),
    enabled,
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? refreshMs : false),
  });
  const version = useQuery({ ...documentQuery(params), enabled });
  // It is shown when all of it is there.
  const { mutate: show } = useMutation({
    mutationFn: async (id: string) => {
      const wanted = { ...where, runId: id };
      await Promise.all([
        queryClient.fetchQuery(runQuery(wanted)),
        queryClient.fetchQuery(documentQuery(wanted)),
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
  if (runId === null || !data || !document || !counts) return { shown: null, show };
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
      onClose={() => setRunId(null)}
    />
  );
  return { shown: { run: data, document, counts, over }, show };
};
