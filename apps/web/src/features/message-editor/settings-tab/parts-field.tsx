import { formatCount } from '../../../lib/format-number.ts';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import type { MessageProps } from '../message-props.ts';

const mostParts = 8;

const options = Array.from({ length: mostParts }, (_, index) => ({
  value: String(index + 1),
  label: formatCount(index + 1, 'part'),
}));

/** How many parts one message may take. */
export function PartsField({
  node,
  onChange,
  isReadOnly,
}: Pick<MessageProps, 'node' | 'onChange' | 'isReadOnly'>) {
  const { settings } = node;
  return (
    <div data-field="maximumParts">
      <Field label="Parts allowed">
        <Select
          options={options}
          value={String(settings.maximumParts)}
          disabled={isReadOnly}
          onChange={(chosen) =>
            onChange({ ...settings, maximumParts: Number(chosen) }, { field: 'maximumParts' })
          }
        />
      </Field>
    </div>
  );
}
