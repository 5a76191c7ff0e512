import { endpoints, type InsideChoice as Choice, type Run } from '@curlew/contract';
import type { ScenarioIssue } from '@curlew/scenario';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Upload } from 'lucide-react';
import { useState } from 'react';
import { ApiError } from '../../lib/api-error.ts';
import { callApi } from '../../lib/api.ts';
import { describeError } from '../../lib/error-sentences.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { notify } from '../../ui/notify.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { BlockingIssues } from './blocking-issues.tsx';
import { InsideChoice } from './inside-choice.tsx';
import { InsideTable } from './inside-table.tsx';
import { Warnings } from './warnings.tsx';

interface PublishDialogProps {
  readonly where: { readonly projectId: string; readonly scenarioId: string };
  readonly scenarioName: string;
  /** What runs now. */
  readonly run: Run;
  readonly nodeName: (nodeId: string) => string;
  readonly onShowIssue: (issue: ScenarioIssue) => void;
  readonly onClose: () => void;
  readonly onPublished: (run: Run) => void;
}

/** Says whom the new version would concern, asks what becomes of them, and publishes it. */
export function PublishDialog(props: PublishDialogProps) {
  const { where, scenarioName, run, nodeName, onShowIssue, onClose, onPublished } = props;
  const queryClient = useQueryClient();
  const [choice, setChoice] = useState<Choice>('finish');
  const preview = useQuery({
    queryKey: ['publish-preview', where],
    queryFn: ({ signal }) => callApi(endpoints.previewPublish, { params: where, signal }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const publish = useMutation({
    mutationFn: (revision: number) =>
      callApi(endpoints.publishScenario, { params: where, body: { revision, inside: choice } }),
    onSuccess: (published) => {
      notify.done(`Version ${published.versionNumber} of “${scenarioName}” is running`);
      void queryClient.invalidateQueries({ queryKey: ['scenarios'] });
      onPublished(published);
      onClose();
    },
    // What was looked at is not what there is any more: look again.
    onError: (error) => {
      if (error instanceof ApiError && error.code === 'revision_conflict') void preview.refetch();
    },
  });
  const blocking = preview.data?.issues.filter((issue) => issue.severity === 'error') ?? [];
  const inside = preview.data?.inside ?? 0;
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={`Publish changes to “${scenarioName}”?`}
      description={`The draft takes the place of version ${run.versionNumber}. Whoever enters from now on walks through the new version.`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            icon={<Upload />}
            disabled={preview.data === undefined || blocking.length > 0}
            loading={publish.isPending || preview.isRefetching}
            onClick={() => preview.data && publish.mutate(preview.data.revision)}
          >
            Publish
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {preview.isPending && <Skeleton label="Looking who is inside" rows={4} />}
        {preview.isError && <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />}
        {publish.isError && <Banner kind="error">{describeError(publish.error)}</Banner>}
        {blocking.length > 0 && <BlockingIssues issues={blocking} nodeName={nodeName} onShow={onShowIssue} />}
        {preview.data && blocking.length === 0 && (
          <>
            <Warnings issues={preview.data.issues} nodeName={nodeName} />
            {inside === 0 ? (
              <p className="text-13 text-ink">Nobody is inside now.</p>
            ) : (
              <>
                <InsideTable nodes={preview.data.nodes} />
                <InsideChoice preview={preview.data} value={choice} onChange={setChoice} />
              </>
            )}
            <p className="text-12 text-ink-muted">
              Now lets nobody in again, nor does a date that has passed.
              {run.pausedAt !== null && ' The new version is paused, as this one is, until you resume it.'}
            </p>
          </>
        )}
      </div>
    </Dialog>
  );
}
