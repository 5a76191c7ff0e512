import { useQuery } from '@tanstack/react-query';
import { projectQuery } from '../../../lib/project-query.ts';
import type { MessageProps } from '../message-props.ts';
import { ConsentField } from './consent-field.tsx';
import { IntegrationField } from './integration-field.tsx';
import { PartsField } from './parts-field.tsx';

/** What rules a message follows, besides its text. */
export function SettingsTab(props: MessageProps) {
  const project = useQuery(projectQuery(props.projectId));
  return (
    <div className="mx-auto flex max-w-160 flex-col gap-4 p-4">
      <ConsentField {...props} project={project.data} />
      <PartsField {...props} />
      {project.data && project.data.integrations.length > 1 && (
        <IntegrationField {...props} integrations={project.data.integrations} />
      )}
    </div>
  );
}
