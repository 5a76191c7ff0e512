import { formatCount } from '../../../lib/format-number.ts';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { Switch } from '../../../ui/switch.tsx';
import type { MessageProps } from '../message-props.ts';

const fewest = 2;
const mostParts = 8;

const options = Array.from({ length: mostParts - fewest + 1 }, (_, index) => ({
  value: String(index + fewest),
  label: formatCount(index + fewest, 'part'),
}));

/** Whether one message may take several parts, and how many. */
export function PartsField({
  node,
  onChange,
  isReadOnly,
}: Pick<MessageProps, 'node' | 'onChange' | 'isReadOnly'>) {
  const { settings } = node;
  const allow = (maximumParts: number) => onChange({ ...settings, maximumParts }, { field: 'maximumParts' });
  const isOn = settings.maximumParts > 1;
  return (
    <div data-field="maximumParts" className="flex flex-col gap-3">
      <Switch
        label="Multiple parts"
        isOn={isOn}
        disabled={isReadOnly}
        hint={
          isOn
            ? 'Each part is charged for. A message above the maximum is not sent.'
            : 'A message that does not fit into one part is not sent.'
        }
        onChange={(next) => allow(next ? fewest : 1)}
      />
      {isOn && (
        <div className="w-48 pl-11">
          <Field label="At most">
            <Select
              options={options}
              value={String(settings.maximumParts)}
              disabled={isReadOnly}
              onChange={(chosen) => allow(Number(chosen))}
            />
          </Field>
        </div>
      )}
    </div>
  );
}
