import type { FrequencyPolicy } from '@curlew/contract';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { messageSettingsQuery } from '../../../lib/message-settings-query.ts';
import { projectQuery } from '../../../lib/project-query.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { PolicyDialog } from './policy-dialog.tsx';
import { PolicyRow } from './policy-row.tsx';
import { useChangePolicies } from './use-change-policies.ts';

interface PoliciesSectionProps {
  readonly projectId: string;
  readonly mayChange: boolean;
}

/** How many messages one customer may get, over all scenarios. */
export function PoliciesSection({ projectId, mayChange }: PoliciesSectionProps) {
  const { data: project, error, refetch } = useQuery(projectQuery(projectId));
  const { data: settings } = useQuery(messageSettingsQuery(projectId));
  const { remove } = useChangePolicies(projectId);
  // `new`: one that does not exist yet.
  const [edited, setEdited] = useState<FrequencyPolicy | 'new' | null>(null);
  const [deleted, setDeleted] = useState<FrequencyPolicy | null>(null);
  if (error && !project) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!project) return <Skeleton label="Loading frequency policies" />;
  const { frequencyPolicies } = project;

  return (
    <Card title="Frequency policies">
      <p className="pb-3 text-13 text-ink-muted">
        A policy says how many messages one customer gets at most. All scenarios that use it share its count,
        and messages under another policy, or under none, are no part of it. A message that it refuses uses up
        nothing.
      </p>
      {frequencyPolicies.length === 0 ? (
        <p className="rounded-control bg-surface-sunken px-3 py-6 text-center text-13 text-ink-muted">
          No policy yet.{mayChange && ' Three messages in seven days are a good beginning.'}
        </p>
      ) : (
        <ul aria-label="Frequency policies" className="flex flex-col divide-y rounded-control border">
          {frequencyPolicies.map((policy) => (
            <PolicyRow
              key={policy.id}
              policy={policy}
              isDefault={settings?.defaults.frequencyPolicyId === policy.id}
              mayChange={mayChange}
              onChange={() => setEdited(policy)}
              onDelete={() => setDeleted(policy)}
            />
          ))}
        </ul>
      )}
      {mayChange && (
        <div className="pt-4">
          <Button icon={<Plus />} onClick={() => setEdited('new')}>
            New policy
          </Button>
        </div>
      )}
      {edited !== null && (
        <PolicyDialog
          isOpen
          projectId={projectId}
          policy={edited === 'new' ? null : edited}
          onOpenChange={(isOpen) => !isOpen && setEdited(null)}
        />
      )}
      <ConfirmDialog
        isOpen={deleted !== null}
        onOpenChange={(isOpen) => !isOpen && setDeleted(null)}
        title={`Delete “${deleted?.name ?? ''}”?`}
        description="Messages that name this policy are refused until another one is chosen. This cannot be undone."
        confirmLabel="Delete policy"
        isDangerous
        isWorking={remove.isPending}
        onConfirm={() => deleted && remove.mutate(deleted.id, { onSettled: () => setDeleted(null) })}
      />
    </Card>
  );
}
