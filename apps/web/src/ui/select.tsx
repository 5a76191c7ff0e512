import { Check, ChevronDown } from 'lucide-react';
import { Select as Primitive } from 'radix-ui';
import { classNames } from '../lib/class-names.ts';
import { useFieldControl } from './field-context.ts';
import { floatClass, floatItemClass } from './float-class.ts';
import { inputClass } from './input-class.ts';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** A quieter second line. */
  readonly hint?: string;
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

/** One of a few. Stands in a Field, or has an `aria-label`. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { options, value, onChange, placeholder = 'Choose', size = 'medium', disabled = false } = props;
  const control = useFieldControl();
  const choose = (chosen: string) => {
    const option = options.find((one) => one.value === chosen);
    if (option) onChange(option.value);
  };

  return (
    <Primitive.Root value={value ?? ''} onValueChange={choose} disabled={disabled}>
      <Primitive.Trigger
        {...control}
        aria-label={props['aria-label']}
        className={classNames(
          inputClass,
          'inline-flex items-center justify-between gap-2 text-left data-placeholder:text-ink-faint [&>span]:truncate',
          size === 'medium' ? 'h-8 px-3' : 'h-7 px-2 text-13',
        )}
      >
        <Primitive.Value placeholder={placeholder} />
        <Primitive.Icon>
          <ChevronDown className="size-4 text-ink-faint" />
        </Primitive.Icon>
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className={classNames(
            floatClass,
            'max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width)',
          )}
        >
          <Primitive.Viewport className="p-1">
            {options.map((option) => (
              <Primitive.Item
                key={option.value}
                value={option.value}
                disabled={option.isDisabled ?? false}
                className={classNames(floatItemClass, 'justify-between')}
              >
                <span className="min-w-0">
                  <Primitive.ItemText>{option.label}</Primitive.ItemText>
                  {option.hint && <span className="block text-12 text-ink-faint">{option.hint}</span>}
                </span>
                <Primitive.ItemIndicator>
                  <Check className="size-4 text-accent-ink" />
                </Primitive.ItemIndicator>
              </Primitive.Item>
            ))}
          </Primitive.Viewport>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
