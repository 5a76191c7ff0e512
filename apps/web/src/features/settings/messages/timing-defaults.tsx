import { findDefaultsIssues, findSilentHoursIssues, type MessageDefaults, nodeKinds } from '@curlew/scenario';
import { useQuery } from '@tanstack/react-query';
import { describePolicy } from '../../../lib/describe-policy.ts';
import { projectQuery } from '../../../lib/project-query.ts';
import { DurationField } from '../../../ui/duration-field.tsx';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { SilentHoursFields } from '../../../ui/silent-hours-fields.tsx';
import { Switch } from '../../../ui/switch.tsx';

interface TimingDefaultsProps {
  readonly projectId: string;
  readonly defaults: MessageDefaults;
  readonly mayChange: boolean;
  readonly onChange: (part: Partial<MessageDefaults>) => void;
  /** Tells whether all that is typed can be kept. */
  readonly onTyped: (isReadable: boolean) => void;
}

const noPolicy = 'none';

/** When messages may leave, and how often one customer gets one. */
export function TimingDefaults({ projectId, defaults, mayChange, onChange, onTyped }: TimingDefaultsProps) {
  const { data: project } = useQuery(projectQuery(projectId));
  const { frequencyPolicyId, silentHours, expiry } = defaults;
  const policies = project?.frequencyPolicies ?? [];
  const policy = policies.find(({ id }) => id === frequencyPolicyId);
  const issues = findDefaultsIssues(defaults);
  const notesOf = (field: string) => {
    const found = issues.find((issue) => issue.field === field);
    return { warning: undefined, error: found?.message };
  };
  const silenceIssues = silentHours === null ? [] : findSilentHoursIssues(silentHours);
  const silenceNotes = (field: string) => {
    const found = silenceIssues.find((issue) => issue.field === field);
    return found?.severity === 'warning'
      ? { warning: found.message, error: undefined }
      : { warning: undefined, error: found?.message };
  };
  return (
    <div className="flex flex-col gap-4">
      <div className="w-80 max-w-full">
        <Field
          label="Frequency policy"
          hint={
            policy
              ? `${describePolicy(policy)}.`
              : 'Customers get messages however many they have got already.'
          }
        >
          <Select
            options={[
              { value: noPolicy, label: 'None' },
              ...policies.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={frequencyPolicyId ?? noPolicy}
            disabled={!mayChange}
            onChange={(chosen) => onChange({ frequencyPolicyId: chosen === noPolicy ? null : chosen })}
          />
        </Field>
      </div>
      <Switch
        label="Silent hours"
        isOn={silentHours !== null}
        disabled={!mayChange}
        hint="Who comes to a message while it is silent waits for the end; then it is decided whether it leaves."
        onChange={(isOn) => onChange({ silentHours: isOn ? nodeKinds.silent_hours.defaults() : null })}
      />
      {silentHours !== null && (
        <div className="w-120 max-w-full pl-11">
          <SilentHoursFields
            path="silentHours"
            value={silentHours}
            readOnly={!mayChange}
            projectZone={project?.timeZone ?? null}
            noteOf={silenceNotes}
            onChange={(value) => onChange({ silentHours: value })}
          />
        </div>
      )}
      <Switch
        label="Expiry"
        isOn={expiry !== null}
        disabled={!mayChange}
        hint="A message that could not leave in a certain time is not sent any more."
        onChange={(isOn) => {
          onTyped(true);
          onChange({ expiry: isOn ? { amount: 24, unit: 'hours' } : null });
        }}
      />
      {expiry !== null && (
        <div className="pl-11">
          <DurationField
            label="Expires after"
            value={expiry}
            readOnly={!mayChange}
            error={notesOf('expiry.amount').error}
            onChange={(value) => onChange({ expiry: value })}
            onTyped={onTyped}
          />
        </div>
      )}
    </div>
  );
}
