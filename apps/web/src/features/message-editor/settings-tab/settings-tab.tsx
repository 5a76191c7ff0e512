import { useQuery } from '@tanstack/react-query';
import { messageSettingsQuery } from '../../../lib/message-settings-query.ts';
import { projectQuery } from '../../../lib/project-query.ts';
import { Card } from '../../../ui/card.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import type { MessageProps } from '../message-props.ts';
import { ConsentField } from './consent-field.tsx';
import { EventProperties } from './event-properties.tsx';
import { IntegrationField } from './integration-field.tsx';
import { LinksFields } from './links-fields.tsx';
import { PartsField } from './parts-field.tsx';
import { TimingFields } from './timing-fields.tsx';

/** What rules a message follows, besides its text. */
export function SettingsTab(props: MessageProps) {
  const project = useQuery(projectQuery(props.projectId));
  const { data: common, error, refetch } = useQuery(messageSettingsQuery(props.projectId));
  return (
    <div className="mx-auto flex max-w-160 flex-col gap-4 p-4">
      <Card title="Sending">
        <div className="flex flex-col gap-4">
          <IntegrationField {...props} integrations={project.data?.integrations} />
          <PartsField {...props} />
          <ConsentField {...props} project={project.data} />
        </div>
      </Card>
      <Card title="Timing">
        <div className="flex flex-col gap-4">
          {common && project.data && (
            <TimingFields {...props} defaults={common.defaults} project={project.data} />
          )}
          {!(common && project.data) && !error && (
            <Skeleton label="Loading the defaults of the project" rows={3} />
          )}
          {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        </div>
      </Card>
      <Card title="Links">
        <div className="flex flex-col gap-4">
          {common && <LinksFields {...props} defaults={common.defaults} />}
          {!common && !error && <Skeleton label="Loading the defaults of the project" rows={3} />}
          {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        </div>
      </Card>
      <Card title="Events">
        <EventProperties {...props} />
      </Card>
    </div>
  );
}
