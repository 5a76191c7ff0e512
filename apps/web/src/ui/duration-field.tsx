import type { Duration } from '@curlew/scenario';
import { type ReactNode, useState } from 'react';
import { DurationInputs } from './duration-inputs.tsx';
import { Field } from './field.tsx';

interface DurationFieldProps {
  readonly label: string;
  readonly value: Duration;
  readonly onChange: (value: Duration, part: 'amount' | 'unit') => void;
  /** Tells whether what is typed is a number that can be kept. */
  readonly onTyped?: (isReadable: boolean) => void;
  readonly readOnly?: boolean;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
}

const largest = 10_000;

const readAmount = (text: string): number | null => {
  const amount = /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : null;
  return amount !== null && amount <= largest ? amount : null;
};

/** So many minutes, hours, days, weeks or months. What is no number yet stays where it was typed, and says so. */
export function DurationField(props: DurationFieldProps) {
  const { label, value, onChange, onTyped, readOnly = false, hint, error } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed !== null && readAmount(typed) === null ? typed : String(value.amount);
  const problem = readAmount(text) === null ? 'Type a whole number from 1 to 10,000' : error;
  return (
    <Field label={label} hint={hint} error={problem}>
      <DurationInputs
        label={label}
        value={text}
        readOnly={readOnly}
        onAmountChange={(next) => {
          setTyped(next);
          const amount = readAmount(next);
          onTyped?.(amount !== null);
          if (amount !== null) onChange({ ...value, amount }, 'amount');
        }}
        unit={value.unit}
        onUnitChange={(unit) => onChange({ ...value, unit }, 'unit')}
      />
    </Field>
  );
}
