import type { Integration } from '@curlew/contract';
import { useQuery } from '@tanstack/react-query';
import { Plug, Plus } from 'lucide-react';
import { useState } from 'react';
import { integrationsQuery } from '../../../lib/integrations-query.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { DeleteIntegration } from './delete-integration.tsx';
import { IntegrationDialog } from './integration-dialog.tsx';
import { IntegrationRow } from './integration-row.tsx';
import { MakeDefault } from './make-default.tsx';

const refreshMs = 10_000;

interface ProvidersSectionProps {
  readonly projectId: string;
  readonly mayChange: boolean;
}

/** The connections with operators that messages are sent through. */
export function ProvidersSection({ projectId, mayChange }: ProvidersSectionProps) {
  // Whether an operator takes anything changes by itself.
  const { data, error, refetch } = useQuery({
    ...integrationsQuery(projectId),
    refetchInterval: refreshMs,
    refetchOnMount: 'always',
  });
  // `new`: one that does not exist yet.
  const [edited, setEdited] = useState<Integration | 'new' | null>(null);
  const [deleted, setDeleted] = useState<Integration | null>(null);
  const [made, setMade] = useState<Integration | null>(null);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton label="Loading providers" />;
  const { integrations, available } = data;
  const add = mayChange && (
    <Button variant="primary" icon={<Plus />} onClick={() => setEdited('new')}>
      Add provider
    </Button>
  );

  return (
    <Card title="Providers" actions={integrations.length > 0 && add}>
      <p className="pb-3 text-13 text-ink-muted">
        A provider is a connection with an operator. Messages go through the default where their node names no
        other.
      </p>
      {integrations.length === 0 ? (
        <EmptyState
          icon={<Plug aria-hidden />}
          sentence="No provider yet, so no message can be sent. An account with an operator is all it takes."
          action={add}
        />
      ) : (
        <ul aria-label="Providers" className="flex flex-col divide-y rounded-control border">
          {integrations.map((integration) => (
            <IntegrationRow
              key={integration.id}
              projectId={projectId}
              integration={integration}
              fallbackName={
                integrations.find(({ id }) => id === integration.fallbackIntegrationId)?.name ?? null
              }
              mayChange={mayChange}
              onMakeDefault={() => setMade(integration)}
              onChange={() => setEdited(integration)}
              onDelete={() => setDeleted(integration)}
            />
          ))}
        </ul>
      )}
      {edited !== null && (
        <IntegrationDialog
          projectId={projectId}
          integration={edited === 'new' ? null : edited}
          kinds={available}
          integrations={integrations}
          onOpenChange={(isOpen) => !isOpen && setEdited(null)}
        />
      )}
      {made !== null && (
        <MakeDefault
          projectId={projectId}
          integration={made}
          standard={integrations.find(({ isDefault }) => isDefault)}
          onOpenChange={(isOpen) => !isOpen && setMade(null)}
        />
      )}
      {deleted !== null && (
        <DeleteIntegration
          projectId={projectId}
          integration={deleted}
          onOpenChange={(isOpen) => !isOpen && setDeleted(null)}
        />
      )}
    </Card>
  );
}
