import type { Project } from '@curlew/contract';
import { noteOf } from '../../../lib/note-of.ts';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import type { MessageProps } from '../message-props.ts';

interface IntegrationFieldProps extends Pick<MessageProps, 'node' | 'onChange' | 'isReadOnly' | 'issues'> {
  readonly integrations: Project['integrations'];
}

const byDefault = 'default';

/** Which integration sends; only worth asking where there are several. */
export function IntegrationField(props: IntegrationFieldProps) {
  const { node, onChange, isReadOnly, issues, integrations } = props;
  const { settings } = node;
  const standard = integrations.find(({ isDefault }) => isDefault);
  const options = [
    { value: byDefault, label: standard ? `Default (${standard.name})` : 'Default' },
    ...integrations.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <div data-field="integrationId">
      <Field label="Integration" error={noteOf(issues, 'integrationId').error}>
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
