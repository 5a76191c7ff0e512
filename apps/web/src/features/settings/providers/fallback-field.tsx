import type { Integration } from '@curlew/contract';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';

interface FallbackFieldProps {
  /** Those of the project that it could be. */
  readonly choices: readonly Integration[];
  /** Null: none. */
  readonly value: string | null;
  readonly error: string | undefined;
  readonly onChange: (value: string | null) => void;
}

const none = '';

/** Who takes over while an operator takes nothing. */
export function FallbackField({ choices, value, error, onChange }: FallbackFieldProps) {
  return (
    <Field
      label="Fallback provider"
      isOptional
      error={error}
      hint="While this one takes nothing, as its account is at fault or it failed too often, what waits goes by the fallback: with its prices, its rate and the same sender."
    >
      <Select
        options={[
          { value: none, label: 'None: messages wait' },
          ...choices.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={value ?? none}
        onChange={(chosen) => onChange(chosen === none ? null : chosen)}
      />
    </Field>
  );
}
