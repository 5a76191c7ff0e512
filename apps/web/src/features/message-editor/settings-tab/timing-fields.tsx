import type { Project } from '@curlew/contract';
import {
  describeDuration,
  describeSilentHours,
  type MessageDefaults,
  type SmsSettings,
} from '@curlew/scenario';
import { noteOf } from '../../../lib/note-of.ts';
import { describePolicy } from '../../../lib/describe-policy.ts';
import { DurationField } from '../../../ui/duration-field.tsx';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { SilentHoursFields } from '../../../ui/silent-hours-fields.tsx';
import type { MessageProps } from '../message-props.ts';
import { policyOptions } from './policy-options.ts';
import { ownSilentHours } from './own-silent-hours.ts';

interface TimingFieldsProps extends Pick<MessageProps, 'node' | 'onChange' | 'isReadOnly' | 'issues'> {
  readonly defaults: MessageDefaults;
  readonly project: Project;
}

const standard = (words: string) => ({ value: 'project' as const, label: `Project default: ${words}` });

/** When a message may leave, and how often one customer gets one. */
export function TimingFields({ node, onChange, isReadOnly, issues, defaults, project }: TimingFieldsProps) {
  const { settings } = node;
  const { frequencyPolicy, silentHours, expiry } = settings;
  const { frequencyPolicies } = project;
  const change = (part: Partial<SmsSettings>, field: string) => onChange({ ...settings, ...part }, { field });
  const notes = (field: string) => {
    const { warning, error } = noteOf(issues, field);
    return { warning, error };
  };
  const policyId = frequencyPolicy.of === 'own' ? frequencyPolicy.value : frequencyPolicy.of;
  const chosenPolicy = frequencyPolicies.find(
    ({ id }) => id === (frequencyPolicy.of === 'project' ? defaults.frequencyPolicyId : policyId),
  );

  return (
    <>
      <div data-field={frequencyPolicy.of === 'own' ? 'frequencyPolicy.value' : 'frequencyPolicy'}>
        <Field
          label="Frequency policy"
          hint={
            chosenPolicy
              ? `${describePolicy(chosenPolicy)}, over all scenarios that use the policy.`
              : 'Customers get this message however many they have got already.'
          }
          {...notes('frequencyPolicy.value')}
        >
          <Select
            options={policyOptions(frequencyPolicies, { defaults, chosen: policyId })}
            value={policyId}
            disabled={isReadOnly}
            onChange={(chosen) =>
              change(
                {
                  frequencyPolicy:
                    chosen === 'project' || chosen === 'none' ? { of: chosen } : { of: 'own', value: chosen },
                },
                'frequencyPolicy',
              )
            }
          />
        </Field>
      </div>
      <div data-field="silentHours">
        <Field
          label="Silent hours"
          hint="Who comes to the message while it is silent waits for the end; then it is decided whether it leaves."
        >
          <Select
            options={[
              standard(
                defaults.silentHours === null
                  ? 'none'
                  : describeSilentHours(defaults.silentHours).toLowerCase(),
              ),
              { value: 'own', label: 'Own hours' },
              { value: 'none', label: 'None' },
            ]}
            value={silentHours.of}
            disabled={isReadOnly}
            onChange={(of) =>
              change(
                { silentHours: of === 'own' ? { of, value: ownSilentHours(defaults) } : { of } },
                'silentHours',
              )
            }
          />
        </Field>
      </div>
      {silentHours.of === 'own' && (
        <SilentHoursFields
          path="silentHours.value"
          value={silentHours.value}
          readOnly={isReadOnly}
          projectZone={project.timeZone}
          noteOf={(field) => notes(`silentHours.value.${field}`)}
          onChange={(value, field) =>
            change({ silentHours: { of: 'own', value } }, `silentHours.value.${field}`)
          }
        />
      )}
      <div data-field="expiry">
        <Field label="Expiry" hint="A message that could not leave in this time is not sent any more.">
          <Select
            options={[
              standard(defaults.expiry === null ? 'never' : `after ${describeDuration(defaults.expiry)}`),
              { value: 'own', label: 'After a time of its own' },
              { value: 'none', label: 'Never' },
            ]}
            value={expiry.of}
            disabled={isReadOnly}
            onChange={(of) =>
              change(
                {
                  expiry:
                    of === 'own' ? { of, value: defaults.expiry ?? { amount: 24, unit: 'hours' } } : { of },
                },
                'expiry',
              )
            }
          />
        </Field>
      </div>
      {expiry.of === 'own' && (
        <div data-field="expiry.value.amount">
          <DurationField
            label="Expires after"
            value={expiry.value}
            readOnly={isReadOnly}
            error={notes('expiry.value.amount').error}
            onChange={(value, part) => change({ expiry: { of: 'own', value } }, `expiry.value.${part}`)}
          />
        </div>
      )}
    </>
  );
}
