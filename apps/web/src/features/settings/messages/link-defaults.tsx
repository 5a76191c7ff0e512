import { identityTransfers, type MessageDefaults, utmSchema } from '@curlew/scenario';
import { identityTransferWords } from '../../../lib/message-rule-words.ts';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { UtmFields } from '../../../ui/utm-fields.tsx';

interface LinkDefaultsProps {
  readonly defaults: MessageDefaults;
  readonly mayChange: boolean;
  readonly onChange: (part: Partial<MessageDefaults>) => void;
}

const utmOptions = [
  { value: 'automatic', label: 'Automatic' },
  { value: 'custom', label: 'Custom' },
  { value: 'none', label: 'None' },
] as const;
type UtmChoice = (typeof utmOptions)[number]['value'];

const ownUtm = utmSchema.parse({ source: 'curlew', medium: 'sms' });
const utmOf: { readonly [C in UtmChoice]: MessageDefaults['utm'] } = {
  automatic: 'automatic',
  custom: ownUtm,
  none: null,
};

const choiceOf = (utm: MessageDefaults['utm']): UtmChoice => {
  if (utm === null) return 'none';
  return utm === 'automatic' ? 'automatic' : 'custom';
};

/** What becomes of links in messages. */
export function LinkDefaults({ defaults, mayChange, onChange }: LinkDefaultsProps) {
  const { shortensLinks, identityTransfer, utm } = defaults;
  return (
    <div className="flex flex-col gap-4">
      <Switch
        label="Link shortener"
        isOn={shortensLinks}
        disabled={!mayChange}
        hint="Links that begin with http:// or https:// get a short form of their own, and their clicks are counted."
        onChange={(next) => onChange({ shortensLinks: next })}
      />
      <div className="w-80 max-w-full">
        <Field
          label="Tell the page who clicked"
          hint="A click on a short link adds iitt to the address, a token that the page exchanges once for the customer."
        >
          <Select
            options={identityTransfers.map((value) => ({ value, label: identityTransferWords[value] }))}
            value={identityTransfer}
            disabled={!mayChange}
            onChange={(chosen) => onChange({ identityTransfer: chosen })}
          />
        </Field>
      </div>
      <div className="w-80 max-w-full">
        <Field
          label="UTM parameters"
          hint={
            utm === 'automatic'
              ? 'utm_source=curlew, utm_medium=sms, and the name of the node as utm_campaign.'
              : undefined
          }
        >
          <Select
            options={utmOptions}
            value={choiceOf(utm)}
            disabled={!mayChange}
            onChange={(chosen) => onChange({ utm: utmOf[chosen] })}
          />
        </Field>
      </div>
      {utm !== null && utm !== 'automatic' && (
        <UtmFields
          path="utm"
          value={utm}
          readOnly={!mayChange}
          onChange={(value) => onChange({ utm: value })}
        />
      )}
    </div>
  );
}
