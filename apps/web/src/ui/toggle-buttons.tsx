import { ToggleGroup as Primitive } from 'radix-ui';
import { useFieldControl } from './field-context.ts';

interface ToggleOption<Value extends string> {
  readonly value: Value;
  /** Read out: "Monday". */
  readonly name: string;
  /** Shown: "Mon". */
  readonly label: string;
}

interface ToggleButtonsProps<Value extends string> {
  readonly options: readonly ToggleOption<Value>[];
  readonly chosen: readonly Value[];
  /** Those chosen, in the order of the options. */
  readonly onChange: (chosen: readonly Value[]) => void;
  readonly disabled?: boolean;
  /** Needed where no Field of `isGroup` gives it a label. */
  readonly 'aria-label'?: string;
}

/** Any number of a few. Stands in a Field with `isGroup`, or has an `aria-label`. */
export function ToggleButtons<Value extends string>(props: ToggleButtonsProps<Value>) {
  const { options, chosen, onChange, disabled = false } = props;
  const { id, ...control } = useFieldControl();
  return (
    <Primitive.Root
      {...(id === undefined ? {} : { id })}
      {...control}
      {...(props['aria-label'] ? { 'aria-label': props['aria-label'] } : {})}
      type="multiple"
      value={[...chosen]}
      onValueChange={(next) =>
        onChange(options.map(({ value }) => value).filter((value) => next.includes(value)))
      }
      disabled={disabled}
      className="flex gap-1"
    >
      {options.map(({ value, name, label }) => (
        <Primitive.Item
          key={value}
          value={value}
          className="h-7 min-w-0 flex-1 rounded-control border border-line-button bg-surface text-12 font-medium text-ink-muted transition-colors duration-(--motion-fast) select-none not-disabled:hover:bg-surface-hover disabled:opacity-60 data-[state=on]:border-accent data-[state=on]:bg-accent-wash data-[state=on]:text-accent-ink"
        >
          <span aria-hidden>{label}</span>
          <span className="sr-only">{name}</span>
        </Primitive.Item>
      ))}
    </Primitive.Root>
  );
}
