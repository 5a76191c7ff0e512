import type { Integration, IntegrationUse } from '@curlew/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { describeError } from '../../../lib/error-sentences.ts';
import { formatCount } from '../../../lib/format-number.ts';
import { Banner } from '../../../ui/banner.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { integrationUseQuery } from './integration-use-query.ts';
import { ScenarioLinks } from './scenario-links.tsx';
import { useChangeIntegrations } from './use-change-integrations.ts';

interface DeleteIntegrationProps {
  readonly projectId: string;
  readonly integration: Integration;
  readonly onOpenChange: (isOpen: boolean) => void;
}

interface UseWordsProps {
  readonly projectId: string;
  readonly integration: Integration;
  readonly use: IntegrationUse;
}

function UseWords({ projectId, integration, use }: UseWordsProps) {
  const { scenarios, scenarioCount, awaitingReports } = use;
  return (
    <>
      <p>
        {scenarioCount === 0
          ? 'No scenario sends through it.'
          : `${formatCount(scenarioCount, 'scenario sends', 'scenarios send')} through it, and cannot start until another is chosen:`}
      </p>
      <ScenarioLinks
        projectId={projectId}
        label="Scenarios that send through it"
        scenarios={scenarios}
        count={scenarioCount}
      />
      {awaitingReports > 0 && (
        <p>
          {formatCount(awaitingReports, 'message')} that it sent{' '}
          {awaitingReports === 1 ? 'has no final report' : 'have no final report'} yet: what the operator
          reports later is not recorded.
        </p>
      )}
      <p>
        Its secrets{integration.hasPrices && ' and prices'} are deleted with it. Messages that were sent stay.
        This cannot be undone.
      </p>
    </>
  );
}

/** Asks before an integration goes, with what that would mean; or says why it cannot go. */
export function DeleteIntegration({ projectId, integration, onOpenChange }: DeleteIntegrationProps) {
  const { id: integrationId, name } = integration;
  const { remove } = useChangeIntegrations(projectId);
  const { data: use, error } = useQuery(integrationUseQuery(projectId, integrationId));
  const isRefused = use !== undefined && use.refusal !== null;
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onOpenChange}
      title={isRefused ? `“${name}” cannot be deleted yet` : `Delete “${name}”?`}
      description={
        <div className="flex flex-col gap-2">
          {error && <Banner kind="error">{describeError(error)}</Banner>}
          {!use && !error && <Skeleton label="Loading what sends through it" rows={2} />}
          {isRefused && <p>{use.refusal}</p>}
          {isRefused && use.waiting + use.inQuestion > 0 && (
            <p>
              <Link
                to="/projects/$projectId/outbox"
                params={{ projectId }}
                search={use.waiting > 0 ? { show: 'waiting' } : {}}
                className="rounded-control text-ink underline underline-offset-2 hover:no-underline"
              >
                Open the outbox
              </Link>
            </p>
          )}
          {use && !isRefused && <UseWords projectId={projectId} integration={integration} use={use} />}
        </div>
      }
      confirmLabel="Delete provider"
      isDangerous
      mayConfirm={use !== undefined && !isRefused}
      isWorking={remove.isPending}
      onConfirm={() => remove.mutate(integrationId, { onSettled: () => onOpenChange(false) })}
    />
  );
}
