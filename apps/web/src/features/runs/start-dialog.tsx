import { endpoints, type Run } from '@curlew/contract';
import type { ScenarioIssue } from '@curlew/scenario';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Play } from 'lucide-react';
import { ApiError } from '../../lib/api-error.ts';
import { callApi } from '../../lib/api.ts';
import { describeError } from '../../lib/error-sentences.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { notify } from '../../ui/notify.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { BlockingIssues } from './blocking-issues.tsx';
import { PreviousRun } from './previous-run.tsx';
import { isGoingOn } from './run-totals.ts';
import { countForecastMessages } from './forecast-words.ts';
import { StartSummary } from './start-summary.tsx';

interface StartDialogProps {
  readonly where: { readonly projectId: string; readonly scenarioId: string };
  readonly scenarioName: string;
  readonly lastRun: Run | null;
  readonly nodeName: (nodeId: string) => string;
  readonly onShowIssue: (issue: ScenarioIssue) => void;
  readonly onClose: () => void;
  readonly onStarted: (run: Run) => void;
}

/** Says what will happen, and does it when that is wanted. Nothing is sent before "Start scenario" is pressed. */
export function StartDialog(props: StartDialogProps) {
  const { where, scenarioName, lastRun, nodeName, onShowIssue, onClose, onStarted } = props;
  const queryClient = useQueryClient();
  const forecast = useQuery({
    queryKey: ['forecast', where],
    queryFn: ({ signal }) => callApi(endpoints.forecastStart, { params: where, signal }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const start = useMutation({
    mutationFn: (revision: number) => callApi(endpoints.startScenario, { params: where, body: { revision } }),
    onSuccess: (run) => {
      notify.done(`“${scenarioName}” has started`);
      void queryClient.invalidateQueries({ queryKey: ['scenarios'] });
      onStarted(run);
      onClose();
    },
    // What was looked at is not what there is any more: look again.
    onError: (error) => {
      if (error instanceof ApiError && error.code === 'revision_conflict') void forecast.refetch();
    },
  });
  const blocking = forecast.data?.issues.filter((issue) => issue.severity === 'error') ?? [];
  const isRunning = lastRun !== null && isGoingOn(lastRun);
  const canStart = forecast.data !== undefined && blocking.length === 0 && !isRunning;
  const wouldSend = forecast.data && blocking.length === 0 ? countForecastMessages(forecast.data) > 0 : null;
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={`Start “${scenarioName}”?`}
      description="This is what will happen. A message that has left cannot be called back."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            icon={<Play />}
            disabled={!canStart}
            loading={start.isPending || forecast.isRefetching}
            onClick={() => forecast.data && start.mutate(forecast.data.revision)}
          >
            Start scenario
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {forecast.isPending && <Skeleton label="Working out what will happen" rows={4} />}
        {forecast.isError && <ErrorState error={forecast.error} onRetry={() => void forecast.refetch()} />}
        {lastRun && (
          <PreviousRun
            projectId={where.projectId}
            run={lastRun}
            wouldSend={wouldSend}
            sentBefore={forecast.data?.sentBefore ?? null}
          />
        )}
        {forecast.data?.troubles.map((trouble) => (
          <TroubleNote key={trouble.name} {...trouble} />
        ))}
        {start.isError && <Banner kind="error">{describeError(start.error)}</Banner>}
        {blocking.length > 0 && <BlockingIssues issues={blocking} nodeName={nodeName} onShow={onShowIssue} />}
        {forecast.data && blocking.length === 0 && (
          <StartSummary projectId={where.projectId} forecast={forecast.data} nodeName={nodeName} />
        )}
      </div>
    </Dialog>
  );
}
