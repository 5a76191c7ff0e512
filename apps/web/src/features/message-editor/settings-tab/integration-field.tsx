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
  const chosen = settings.integrationId ?? byDefault;
  const isGone = chosen !== byDefault && integrations.every(({ id }) => id !== chosen);
  const options = [
    { value: byDefault, label: standard ? `Project default: ${standard.name}` : 'Project default: none' },
    ...integrations.map(({ id, name }) => ({ value: id, label: name })),
    ...(isGone ? [{ value: chosen, label: 'Deleted: choose another' }] : []),
  ];
  return (
    <div data-field="integrationId">
      <Field label="Provider integration" error={noteOf(issues, 'integrationId').error}>
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
    </div>
  );
}
