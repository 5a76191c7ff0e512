import { formatDay } from '../../../lib/format-date.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { PasswordField } from '../../../ui/password-field.tsx';
import type { providerForms } from './provider-forms.ts';

interface SecretFieldProps {
  readonly field: (typeof providerForms)['sinch']['secrets'][number];
  readonly value: string;
  readonly error: string | undefined;
  /** ISO 8601; null: it is not set. */
  readonly setAt: string | null;
  readonly isRemoved: boolean;
  readonly onChange: (value: string) => void;
  readonly onRemove: (isRemoved: boolean) => void;
}

/** What goes in and never comes out: the server says since when there is one, and nothing else of it. */
export function SecretField(props: SecretFieldProps) {
  const { field, value, error, setAt, isRemoved, onChange, onRemove } = props;
  const { label, hint, make, isOptional = false } = field;
  const state = isRemoved
    ? 'Is taken away when you save.'
    : setAt === null
      ? 'Not set.'
      : `Set on ${formatDay(new Date(setAt))}; leave it empty to keep it.`;
  const makeOne = make && (
    <Button size="small" variant="ghost" aria-label={`Make one: ${label}`} onClick={() => onChange(make())}>
      Make one
    </Button>
  );
  const removeIt = isOptional && setAt !== null && value === '' && (
    <Button
      size="small"
      variant="ghost"
      aria-label={`${isRemoved ? 'Keep it' : 'Take away'}: ${label}`}
      onClick={() => onRemove(!isRemoved)}
    >
      {isRemoved ? 'Keep it' : 'Take away'}
    </Button>
  );
  return (
    <Field
      label={label}
      isOptional={isOptional}
      hint={hint ? `${state} ${hint}` : state}
      error={error}
      end={removeIt || makeOne}
    >
      <PasswordField
        what={label.toLowerCase()}
        value={value}
        maxLength={2_048}
        // A browser that fills in the password of this site would overwrite the operator's.
        autoComplete="new-password"
        placeholder={setAt === null || isRemoved ? undefined : '••••••••'}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
