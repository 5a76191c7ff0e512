import {
  identityTransfers,
  messageRulesOf,
  type MessageDefaults,
  type SmsSettings,
  utmSchema,
} from '@curlew/scenario';
import { describeUtm, identityTransferWords } from '../../../lib/message-rule-words.ts';
import { noteOf } from '../../../lib/note-of.ts';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { UtmFields } from '../../../ui/utm-fields.tsx';
import type { MessageProps } from '../message-props.ts';

interface LinksFieldsProps extends Pick<MessageProps, 'node' | 'onChange' | 'isReadOnly' | 'issues'> {
  readonly defaults: MessageDefaults;
}

type UtmChoice = 'project' | 'none' | 'automatic' | 'custom';

const choiceOf = ({ utm }: SmsSettings): UtmChoice => {
  if (utm.of !== 'own') return utm.of;
  return utm.value === 'automatic' ? 'automatic' : 'custom';
};

const notShortened = 'Links are not shortened, so nothing is added to them.';

/** What becomes of the links in a message. */
export function LinksFields({ node, onChange, isReadOnly, issues, defaults }: LinksFieldsProps) {
  const { settings } = node;
  const { linkShortener, identityTransfer, utm } = settings;
  const { shortensLinks } = messageRulesOf(node, defaults);
  const isIdle = isReadOnly || !shortensLinks;

  const chooseUtm = (choice: UtmChoice) => {
    const own = {
      automatic: 'automatic' as const,
      // What is automatic is where one's own begins.
      custom: utmSchema.parse({ source: 'curlew', medium: 'sms', campaign: node.name }),
    };
    const next: SmsSettings['utm'] =
      choice === 'project' || choice === 'none' ? { of: choice } : { of: 'own', value: own[choice] };
    onChange({ ...settings, utm: next }, { field: 'utm' });
  };

  return (
    <>
      <div data-field="linkShortener">
        <Field
          label="Link shortener"
          hint={
            shortensLinks
              ? 'Every link that begins with http:// or https:// gets a short form of its own, and its clicks are counted.'
              : 'Links stay as they are written, and clicks are not counted.'
          }
          {...errorOf(issues, 'linkShortener')}
        >
          <Select
            options={[
              { value: 'project', label: `Project default: ${defaults.shortensLinks ? 'on' : 'off'}` },
              { value: 'on', label: 'On' },
              { value: 'off', label: 'Off' },
            ]}
            value={linkShortener}
            disabled={isReadOnly}
            onChange={(chosen) =>
              onChange({ ...settings, linkShortener: chosen }, { field: 'linkShortener' })
            }
          />
        </Field>
      </div>
      <div data-field="identityTransfer">
        <Field
          label="Tell the page who clicked"
          hint={shortensLinks ? undefined : notShortened}
          {...errorOf(issues, 'identityTransfer')}
        >
          <Select
            options={[
              {
                value: 'project',
                label: `Project default: ${identityTransferWords[defaults.identityTransfer].toLowerCase()}`,
              },
              ...identityTransfers.map((value) => ({ value, label: identityTransferWords[value] })),
            ]}
            value={identityTransfer}
            disabled={isIdle}
            onChange={(chosen) =>
              onChange({ ...settings, identityTransfer: chosen }, { field: 'identityTransfer' })
            }
          />
        </Field>
      </div>
      <div data-field="utm">
        <Field
          label="UTM parameters"
          hint={shortensLinks ? utmHint(node.name, choiceOf(settings), defaults) : notShortened}
          {...errorOf(issues, 'utm')}
        >
          <Select
            options={[
              { value: 'project', label: `Project default: ${describeUtm(defaults.utm)}` },
              { value: 'automatic', label: 'Automatic' },
              { value: 'custom', label: 'Custom' },
              { value: 'none', label: 'None' },
            ]}
            value={choiceOf(settings)}
            disabled={isIdle}
            onChange={chooseUtm}
          />
        </Field>
      </div>
      {utm.of === 'own' && utm.value !== 'automatic' && shortensLinks && (
        <UtmFields
          path="utm.value"
          value={utm.value}
          readOnly={isReadOnly}
          onChange={(value, field) =>
            onChange({ ...settings, utm: { of: 'own', value } }, { field: `utm.value.${field}` })
          }
        />
      )}
    </>
  );
}

const errorOf = (issues: MessageProps['issues'], field: string) => {
  const { warning, error } = noteOf(issues, field);
  return { warning, error };
};

const utmHint = (name: string, choice: UtmChoice, defaults: MessageDefaults): string | undefined =>
  choice === 'automatic' || (choice === 'project' && defaults.utm === 'automatic')
    ? `utm_source=curlew, utm_medium=sms, utm_campaign=${name}`
    : undefined;
