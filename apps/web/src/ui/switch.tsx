import { Switch as Primitive } from 'radix-ui';
import { type ReactNode, useId } from 'react';

interface SwitchProps {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
}

/** On or off, at once. For a choice that waits for Save, take Checkbox. */
export function Switch({ label, checked, onChange, hint, disabled = false }: SwitchProps) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-4">
      <div className="flex min-w-0 flex-col">
        <label htmlFor={id} className="text-14 text-ink">
          {label}
        </label>
        {hint && (
          <span id={`${id}-hint`} className="text-12 text-ink-faint">
            {hint}
          </span>
        )}
      </div>
      <Primitive.Root
        id={id}
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="inline-flex h-5 w-9 shrink-0 items-center rounded-full bg-line-strong p-0.5 transition-colors duration-(--motion-fast) disabled:opacity-50 data-[state=checked]:bg-accent"
      >
        <Primitive.Thumb className="size-4 rounded-full bg-surface transition-transform duration-(--motion-fast) data-[state=checked]:translate-x-4" />
      </Primitive.Root>
    </div>
  );
}
