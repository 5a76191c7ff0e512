import type { Run } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { describeLatestRun } from './progress.ts';

type Listener = (run: Run | null) => void;

interface Watch {
  readonly listeners: Set<Listener>;
  timer: NodeJS.Timeout | undefined;
  /** The run that was told last, with its text to compare with. */
  last: { readonly run: Run | null; readonly text: string } | undefined;
}

const intervalMs = 400;

/** Watches latest runs for changes: one look at the database per scenario, however many people watch it. */
export interface RunWatcher {
  /** Calls back at once and after every change, until the returned function is called. */
  watch(where: { projectId: string; scenarioId: string }, listener: Listener): () => void;
  readonly stop: () => void;
}

export const createRunWatcher = (context: AppContext): RunWatcher => {
  const watches = new Map<string, Watch>();

  const look = async (where: { projectId: string; scenarioId: string }, watch: Watch): Promise<void> => {
    try {
      const run = await describeLatestRun(context, where);
      const text = JSON.stringify(run);
      if (text !== watch.last?.text) {
        watch.last = { run, text };
        for (const listener of watch.listeners) listener(run);
      }
    } catch (cause) {
      context.log.warn({ cause: String(cause) }, 'live counts could not be read');
    }
    if (watch.listeners.size > 0) watch.timer = setTimeout(() => void look(where, watch), intervalMs);
  };

  return {
    watch: (where, listener) => {
      const key = `${where.projectId} ${where.scenarioId}`;
      const known = watches.get(key);
      const watch: Watch = known ?? { listeners: new Set(), timer: undefined, last: undefined };
      watch.listeners.add(listener);
      if (known?.last) listener(known.last.run);
      if (!known) {
        watches.set(key, watch);
        void look(where, watch);
      }
      return () => {
        watch.listeners.delete(listener);
        if (watch.listeners.size > 0) return;
        clearTimeout(watch.timer);
        watches.delete(key);
      };
    },
    stop: () => {
      for (const watch of watches.values()) {
        clearTimeout(watch.timer);
        watch.listeners.clear();
      }
      watches.clear();
    },
  };
};
