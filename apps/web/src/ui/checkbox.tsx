import { Check, Minus } from 'lucide-react';
import { Checkbox as Primitive } from 'radix-ui';
import { type ReactNode, useId } from 'react';

interface CheckboxProps {
  /** The words beside it. */
  readonly label: ReactNode;
  /** `mixed`: some of what it stands for. */
  readonly checked: boolean | 'mixed';
  readonly onChange: (checked: boolean) => void;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
  /** Keeps the words for screen readers only, as in a table row. */
  readonly isLabelHidden?: boolean;
}

export function Checkbox({
  label,
  checked,
  onChange,
  hint,
  disabled = false,
  isLabelHidden = false,
}: CheckboxProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-2">
      <Primitive.Root
        id={id}
        checked={checked === 'mixed' ? 'indeterminate' : checked}
        onCheckedChange={(next) => onChange(next === true)}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="mt-0.5 inline-flex size-4 shrink-0 items-center justify-center rounded-[4px] border border-line-strong bg-surface text-on-accent disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent"
      >
        <Primitive.Indicator>
          {checked === 'mixed' ? (
            <Minus className="size-3" strokeWidth={3} />
          ) : (
            <Check className="size-3" strokeWidth={3} />
          )}
        </Primitive.Indicator>
      </Primitive.Root>
      <div className={isLabelHidden ? 'sr-only' : 'flex flex-col'}>
        <label htmlFor={id} className="text-14 text-ink">
          {label}
        </label>
        {hint && (
          <span id={`${id}-hint`} className="text-12 text-ink-faint">
            {hint}
          </span>
        )}
      </div>
    </div>
  );
}
