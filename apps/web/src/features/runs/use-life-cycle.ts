import { endpoints, type Run } from '@curlew/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiError } from '../../lib/api-error.ts';
import { callApi } from '../../lib/api.ts';
import { describeError } from '../../lib/error-sentences.ts';
import { notify } from '../../ui/notify.ts';

export type LifeCycleCommand = 'pause' | 'resume' | 'finish' | 'stop';

interface LifeCycleInput {
  readonly where: { readonly projectId: string; readonly scenarioId: string };
  readonly scenarioName: string;
  readonly onRun: (run: Run) => void;
  /** It is not running any more, which this page has not heard of. */
  readonly onStale: () => void;
}

const commands = {
  pause: { endpoint: endpoints.pauseScenario, done: 'is paused', failed: 'was not paused' },
  resume: { endpoint: endpoints.resumeScenario, done: 'goes on', failed: 'was not resumed' },
  finish: { endpoint: endpoints.finishScenario, done: 'lets nobody in any more', failed: 'was not finished' },
  stop: { endpoint: endpoints.stopScenario, done: 'is stopped', failed: 'was not stopped' },
} as const satisfies { readonly [C in LifeCycleCommand]: unknown };

/** Pauses, resumes, finishes and stops a scenario that runs. Shown is what the server answers, and nothing before. */
export const useLifeCycle = ({ where, scenarioName, onRun, onStale }: LifeCycleInput) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (command: LifeCycleCommand) => callApi(commands[command].endpoint, { params: where }),
    onSuccess: (run, command) => {
      notify.done(`“${scenarioName}” ${commands[command].done}.`);
      void queryClient.invalidateQueries({ queryKey: ['scenarios'] });
      onRun(run);
    },
    onError: (error, command) => {
      if (error instanceof ApiError && error.code === 'not_running') onStale();
      notify.failed(`“${scenarioName}” ${commands[command].failed}: ${describeError(error)}`);
    },
  });
};
