import { RadioGroup as Primitive } from 'radix-ui';
import { useFieldControl } from './field-context.ts';

export interface SegmentedOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface SegmentedProps<Value extends string> {
  readonly options: readonly SegmentedOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly size?: 'medium' | 'small';
  readonly disabled?: boolean;
  /** Needed where no Field of `isGroup` gives it a label. */
  readonly 'aria-label'?: string;
}

/** One of two to four short words, all in sight. Stands in a Field with `isGroup`, or has an `aria-label`. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { options, value, onChange, size = 'medium', disabled = false } = props;
  const control = useFieldControl();
  const choose = (chosen: string) => {
    const option = options.find((one) => one.value === chosen);
    if (option) onChange(option.value);
  };
  return (
    <Primitive.Root
      {...control}
      {...(props['aria-label'] ? { 'aria-label': props['aria-label'] } : {})}
      value={value}
      onValueChange={choose}
      disabled={disabled}
      orientation="horizontal"
      className="flex w-fit max-w-full rounded-control bg-surface-hover p-0.5"
    >
      {options.map((option) => (
        <Primitive.Item
          key={option.value}
          value={option.value}
          className={
            'min-w-0 truncate rounded-[4px] border border-transparent font-medium text-ink-muted transition-colors duration-(--motion-fast) select-none not-disabled:hover:text-ink data-[state=checked]:border-line-button data-[state=checked]:bg-surface-raised data-[state=checked]:text-ink ' +
            (size === 'medium' ? 'h-7 px-3 text-13' : 'h-6 px-2 text-12')
          }
        >
          {option.label}
        </Primitive.Item>
      ))}
    </Primitive.Root>
  );
}
