import type { Duration } from '@curlew/scenario';
import { type ReactNode, useState } from 'react';
import { Field } from './field.tsx';
import { OwnLabel } from './own-label.tsx';
import { Select } from './select.tsx';
import { TextField } from './text-field.tsx';
import { unitOptions } from './unit-options.ts';

interface DurationFieldProps {
  readonly label: string;
  readonly value: Duration;
  readonly onChange: (value: Duration, part: 'amount' | 'unit') => void;
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
export function DurationField({ label, value, onChange, readOnly = false, hint, error }: DurationFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed !== null && readAmount(typed) === null ? typed : String(value.amount);
  const problem = readAmount(text) === null ? 'Type a whole number up to 10,000' : error;
  return (
    <Field label={label} hint={hint} error={problem}>
      <div className="flex gap-2">
        <div className="w-28 tabular-nums">
          <TextField
            value={text}
            inputMode="numeric"
            autoComplete="off"
            readOnly={readOnly}
            onChange={(event) => {
              setTyped(event.target.value);
              const amount = readAmount(event.target.value);
              if (amount !== null) onChange({ ...value, amount }, 'amount');
            }}
          />
        </div>
        <div className="w-32">
          <OwnLabel>
            <Select
              aria-label={`${label}, unit`}
              options={unitOptions}
              value={value.unit}
              disabled={readOnly}
              onChange={(unit) => onChange({ ...value, unit }, 'unit')}
            />
          </OwnLabel>
        </div>
      </div>
    </Field>
  );
}
