import type { Project } from '@curlew/contract';
import { Link } from '@tanstack/react-router';
import { noteOf } from '../../../lib/note-of.ts';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import type { MessageProps } from '../message-props.ts';

interface IntegrationFieldProps extends Pick<
  MessageProps,
  'projectId' | 'node' | 'onChange' | 'isReadOnly' | 'issues'
> {
  /** Undefined while there is no answer. */
  readonly integrations: Project['integrations'] | undefined;
}

const byDefault = 'default';

/** Which integration sends. */
export function IntegrationField(props: IntegrationFieldProps) {
  const { projectId, node, onChange, isReadOnly, issues, integrations: answered } = props;
  const integrations = answered ?? [];
  const { settings } = node;
  const standard = integrations.find(({ isDefault }) => isDefault);
  const chosen = settings.integrationId ?? byDefault;
  const isMissing = chosen !== byDefault && integrations.every(({ id }) => id !== chosen);
  const options = [
    { value: byDefault, label: standard ? `Project default: ${standard.name}` : 'Project default: none' },
    ...integrations.map(({ id, name }) => ({ value: id, label: name })),
    ...(isMissing ? [{ value: chosen, label: answered ? 'Deleted: choose another' : 'Not loaded' }] : []),
  ];
  return (
    <div data-field="integrationId">
      <Field label="Provider" error={noteOf(issues, 'integrationId').error}>
        <Select
          options={options}
          value={chosen}
          disabled={isReadOnly}
          onChange={(value) =>
            onChange(
              { ...settings, integrationId: value === byDefault ? null : value },
              { field: 'integrationId' },
            )
          }
        />
      </Field>
      {answered && !standard && (
        <p className="pt-1 text-12 text-ink-muted">
          {integrations.length === 0
            ? 'The project has no provider, so nothing can be sent.'
            : 'The project has no default provider.'}{' '}
          <Link
            to="/projects/$projectId/settings"
            params={{ projectId }}
            search={{ section: 'providers' }}
            className="rounded-control text-ink underline underline-offset-2 hover:no-underline"
          >
            Open the providers
          </Link>
        </p>
      )}
    </div>
  );
}
