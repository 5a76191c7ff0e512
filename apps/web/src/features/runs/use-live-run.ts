import { endpoints, type Run } from '@curlew/contract';
import { useState } from 'react';
import { apiUrl } from '../../lib/api-url.ts';
import { useEventStream } from '../../lib/use-event-stream.ts';
import { meetRun } from './meet-run.ts';

interface LiveRun {
  readonly run: Run | null;
  /** False while the connection is being made again: the numbers may be old. */
  readonly isLive: boolean;
  /** Shows what an answer said of a run, as far as nothing newer was heard of it. */
  readonly tell: (run: Run) => void;
}

/** The latest run of a scenario, as it goes on. `initial` is what the page was loaded with. */
export const useLiveRun = (
  where: { readonly projectId: string; readonly scenarioId: string },
  initial: Run | null,
): LiveRun => {
  const [told, setTold] = useState<Run | null>(null);
  const status = useEventStream({
    url: apiUrl(endpoints.watchRuns.path, where, {}),
    event: 'run',
    schema: endpoints.watchRuns.reply,
    onEvent: setTold,
  });
  const tell = (run: Run): void => setTold((known) => meetRun(known ?? initial, run));
  return { run: told ?? initial, isLive: status === 'open', tell };
};
