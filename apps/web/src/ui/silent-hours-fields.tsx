import type { SilentHoursSettings } from '@curlew/scenario';
import { Field } from './field.tsx';
import { SearchSelect } from './search-select.tsx';
import { TextField } from './text-field.tsx';
import { timeZoneOptions } from './time-zone-options.ts';
import { ToggleButtons } from './toggle-buttons.tsx';
import { weekdayOptions } from './weekday-options.ts';

type SilentHoursField = keyof SilentHoursSettings;

interface SilentHoursFieldsProps {
  readonly value: SilentHoursSettings;
  readonly onChange: (value: SilentHoursSettings, field: SilentHoursField) => void;
  /** Null while it is not known. */
  readonly projectZone: string | null;
  readonly readOnly?: boolean;
  /** The dotted path of the value, by which a problem leads here. */
  readonly path: string;
  /** What is wrong, by field. */
  readonly noteOf: (field: SilentHoursField) => {
    readonly warning: string | undefined;
    readonly error: string | undefined;
  };
}

/** When nobody is written to: between two times of each day, and on whole days. */
export function SilentHoursFields(props: SilentHoursFieldsProps) {
  const { value, onChange, projectZone, readOnly = false, path, noteOf } = props;
  const time = (field: 'from' | 'to', label: string) => (
    <div data-field={`${path}.${field}`}>
      <Field label={label} {...noteOf(field)}>
        <TextField
          type="time"
          value={value[field]}
          readOnly={readOnly}
          onChange={(event) => onChange({ ...value, [field]: event.target.value }, field)}
        />
      </Field>
    </div>
  );
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-2 gap-3">
        {time('from', 'Silent from')}
        {time('to', 'To')}
      </div>
      <div data-field={`${path}.silentDays`}>
        <Field label="Silent all day on" isGroup {...noteOf('silentDays')}>
          <ToggleButtons
            options={weekdayOptions}
            chosen={value.silentDays}
            disabled={readOnly}
            onChange={(days) => onChange({ ...value, silentDays: [...days] }, 'silentDays')}
          />
        </Field>
      </div>
      <div data-field={`${path}.timeZone`}>
        <Field label="Time zone" {...noteOf('timeZone')}>
          <SearchSelect
            noun="Time zones"
            placeholder="Search a city or region"
            options={timeZoneOptions({ projectZone, canBeCustomers: true, chosen: value.timeZone })}
            value={value.timeZone}
            disabled={readOnly}
            onChange={(timeZone) => onChange({ ...value, timeZone }, 'timeZone')}
          />
        </Field>
      </div>
    </div>
  );
}
