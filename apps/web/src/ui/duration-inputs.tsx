import type { Duration } from '@curlew/scenario';
import type { ComponentProps } from 'react';
import { OwnLabel } from './own-label.tsx';
import { Select } from './select.tsx';
import { TextField } from './text-field.tsx';
import { unitOptions } from './unit-options.ts';

interface DurationInputsProps extends Omit<ComponentProps<typeof TextField>, 'onChange'> {
  /** What the duration is of. */
  readonly label: string;
  readonly onAmountChange: (typed: string) => void;
  readonly unit: Duration['unit'];
  readonly onUnitChange: (unit: Duration['unit']) => void;
}

/** The amount of a duration and its unit, side by side in a field. */
export function DurationInputs({
  label,
  onAmountChange,
  unit,
  onUnitChange,
  ...amount
}: DurationInputsProps) {
  return (
    <div className="flex gap-2">
      <div className="w-28 tabular-nums">
        <TextField
          {...amount}
          inputMode="numeric"
          autoComplete="off"
          onChange={({ target }) => onAmountChange(target.value)}
        />
      </div>
      <div className="w-32">
        <OwnLabel>
          <Select
            aria-label={`${label}, unit`}
            options={unitOptions}
            value={unit}
            disabled={amount.readOnly ?? false}
            onChange={onUnitChange}
          />
        </OwnLabel>
      </div>
    </div>
  );
}
