import type { LayOut } from '../commands/find-tidy-places.ts';

/** Lays out in a worker: the kernel is large and slow to load, and the page goes on meanwhile. */
export const layOutWithElk: LayOut = async (graph) => {
  const [{ default: Elk }, { default: workerUrl }] = await Promise.all([
    import('elkjs/lib/elk-api.js'),
    import('elkjs/lib/elk-worker.min.js?url'),
  ]);
  const elk = new Elk({ workerFactory: () => new Worker(workerUrl) });
  try {
    return await elk.layout(graph);
  } finally {
    elk.terminateWorker();
  }
};
