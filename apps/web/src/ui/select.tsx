import { classNames } from '../lib/class-names.ts';
import { useFieldControl } from './field-context.ts';
import { inputClass } from './input-class.ts';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly isDisabled?: boolean;
}

interface SelectProps<Value extends string> {
  readonly options: readonly SelectOption<Value>[];
  /** Null: nothing is chosen yet. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly placeholder?: string;
  readonly size?: 'medium' | 'small';
  readonly disabled?: boolean;
  /** Needed where no Field gives it a label. */
  readonly 'aria-label'?: string;
}

/**
 * One of a few. Stands in a Field, or has an `aria-label`. It is the browser's own: it works with every keyboard, screen
 * reader and phone, and browsers that can style it do (select.css).
 */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { options, value, onChange, placeholder = 'Choose', size = 'medium', disabled = false } = props;
  const control = useFieldControl();
  const choose = (chosen: string) => {
    const option = options.find((one) => one.value === chosen);
    if (option) onChange(option.value);
  };

  return (
    <select
      {...control}
      {...(props['aria-label'] ? { 'aria-label': props['aria-label'] } : {})}
      value={value ?? ''}
      onChange={(event) => choose(event.target.value)}
      disabled={disabled}
      className={classNames(
        inputClass,
        'select',
        size === 'medium' ? 'h-8 px-3 text-14' : 'h-7 px-2 text-13',
        value === null && 'text-ink-faint',
      )}
    >
      {value === null && (
        <option value="" disabled hidden>
          {placeholder}
        </option>
      )}
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.isDisabled ?? false}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
