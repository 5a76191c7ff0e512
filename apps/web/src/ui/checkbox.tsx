import { Check, Minus } from 'lucide-react';
import { useEffect, useRef } from 'react';

interface CheckboxProps {
  /** Read out. */
  readonly label: string;
  /** `some`: of those it stands for. */
  readonly state: 'none' | 'some' | 'all';
  readonly onChange: (isChecked: boolean, isShift: boolean) => void;
}

/** A box to tick whose label stands elsewhere on the screen, as in a row of a table. */
export function Checkbox({ label, state, onChange }: CheckboxProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // HTML has no attribute for it.
    if (input.current) input.current.indeterminate = state === 'some';
  }, [state]);
  const Mark = state === 'some' ? Minus : Check;
  return (
    <span className="relative block size-4">
      <input
        ref={input}
        type="checkbox"
        aria-label={label}
        checked={state === 'all'}
        onChange={(event) => {
          const { nativeEvent, currentTarget } = event;
          onChange(currentTarget.checked, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey);
        }}
        // What is touched is larger than what is seen.
        className="block size-4 appearance-none rounded-[4px] border border-line-strong bg-surface before:absolute before:-inset-1.5 before:content-[''] checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent"
      />
      {state !== 'none' && (
        <Mark
          aria-hidden
          strokeWidth={3}
          className="pointer-events-none absolute inset-0.5 size-3 text-on-accent"
        />
      )}
    </span>
  );
}
