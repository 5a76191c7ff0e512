import { Switch as Primitive } from 'radix-ui';
import { type ReactNode, useId } from 'react';

interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  /** What it means, under the label. */
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
}

/** Something that is so or not, with its label beside it. */
export function Switch({ label, isOn, onChange, hint, disabled = false }: SwitchProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div className="flex items-start gap-3">
      <Primitive.Root
        id={id}
        checked={isOn}
        onCheckedChange={onChange}
        disabled={disabled}
        aria-describedby={hint ? hintId : undefined}
        className="mt-0.5 h-4.5 w-8 shrink-0 rounded-full border border-line-strong bg-surface-hover p-px transition-colors duration-(--motion-fast) disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent"
      >
        <Primitive.Thumb className="block size-3.5 rounded-full bg-ink-muted transition-transform duration-(--motion-fast) data-[state=checked]:translate-x-3.5 data-[state=checked]:bg-on-accent" />
      </Primitive.Root>
      <div className="min-w-0">
        <label htmlFor={id} className="text-13 font-medium text-ink">
          {label}
        </label>
        {hint && (
          <p id={hintId} className="text-12 text-ink-faint">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
