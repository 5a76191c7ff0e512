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
  return (
    <input
      ref={input}
      type="checkbox"
      aria-label={label}
      checked={state === 'all'}
      onChange={(event) => {
        const { nativeEvent, currentTarget } = event;
        onChange(currentTarget.checked, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey);
      }}
      className="block size-4 accent-accent"
    />
  );
}
