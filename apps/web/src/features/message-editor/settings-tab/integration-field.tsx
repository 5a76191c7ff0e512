import type { Project } from '@curlew/contract';
import { noteOf } from '../../../lib/note-of.ts';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import type { MessageProps } from '../message-props.ts';

interface IntegrationFieldProps extends Pick<MessageProps, 'node' | 'onChange' | 'isReadOnly' | 'issues'> {
  readonly integrations: Project['integrations'];
}

const byDefault = 'default';

/** Which integration sends. */
export function IntegrationField(props: IntegrationFieldProps) {
  const { node, onChange, isReadOnly, issues, integrations } = props;
  const { settings } = node;
  const standard = integrations.find(({ isDefault }) => isDefault);
  const options = [
    { value: byDefault, label: standard ? `Project default: ${standard.name}` : 'Project default: none' },
    ...integrations.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <div data-field="integrationId">
      <Field label="Provider integration" error={noteOf(issues, 'integrationId').error}>
        <Select
          options={options}
          value={settings.integrationId ?? byDefault}
          disabled={isReadOnly}
          onChange={(chosen) =>
            onChange(
              { ...settings, integrationId: chosen === byDefault ? null : chosen },
              { field: 'integrationId' },
            )
          }
        />
      </Field>
    </div>
  );
}
