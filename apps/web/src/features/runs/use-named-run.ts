import type { NodeCounts, RefusalCount, Run } from '@curlew/contract';
import { nodeKinds } from '@curlew/scenario';
import { useQuery } from '@tanstack/react-query';
import { runDocumentQuery, runQuery, type RunParams } from './run-queries.ts';

interface NamedRun {
  /** Undefined: it is not there yet, or cannot be read (`error`). */
  readonly run: (Run & { readonly refusals: readonly RefusalCount[] }) | undefined;
  /** What a node was called when the run was started, whatever became of the draft since. */
  readonly nodeName: (nodeId: NodeCounts['nodeId']) => string;
  readonly error: unknown;
  readonly retry: () => void;
}

/** Any run with its counts, and the names of its nodes. */
export const useNamedRun = (params: RunParams): NamedRun => {
  const run = useQuery(runQuery(params));
  const version = useQuery(runDocumentQuery(params));
  const nodes = version.data?.document.nodes;
  return {
    run: nodes && run.data,
    nodeName: (nodeId) => {
      const node = nodes?.find(({ id }) => id === nodeId);
      return node ? node.name || nodeKinds[node.kind].title : '';
    },
    error: run.error ?? version.error,
    retry: () => {
      void run.refetch();
      void version.refetch();
    },
  };
};
