import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { FormField } from './provider-forms.ts';

interface SettingFieldProps {
  readonly field: FormField;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

/** One setting of a connection: a text, or one of a few. */
export function SettingField({ field, value, error, onChange }: SettingFieldProps) {
  const { label, hint, placeholder, isOptional = false, options } = field;
  return (
    <Field label={label} hint={hint} isOptional={isOptional} error={error}>
      {options ? (
        <Select options={options} value={value} onChange={onChange} />
      ) : (
        <TextField
          value={value}
          maxLength={2_048}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
