import { useEffect, useRef, useState } from 'react';
import { TextField } from '../../../ui/text-field.tsx';

interface RenameFieldProps {
  readonly name: string;
  readonly onRename: (name: string) => void;
  /** Done, by a key or by going elsewhere. */
  readonly onLeave: (how: { readonly byKey: boolean }) => void;
}

const longest = 120;

/** Enter or going elsewhere takes the new name, Escape the old one. An empty name is none. */
export function RenameField({ name, onRename, onLeave }: RenameFieldProps) {
  const [typed, setTyped] = useState(name);
  const input = useRef<HTMLInputElement>(null);
  const isLeft = useRef(false);
  useEffect(() => input.current?.select(), []);

  const leave = (next: string, byKey: boolean): void => {
    // The field loses the focus when it goes, which is not a second answer.
    if (isLeft.current) return;
    isLeft.current = true;
    const trimmed = next.trim();
    if (trimmed !== '' && trimmed !== name) onRename(trimmed);
    onLeave({ byKey });
  };

  return (
    <TextField
      ref={input}
      aria-label="Scenario name"
      size="small"
      value={typed}
      maxLength={longest}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => leave(typed, false)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        leave(event.key === 'Enter' ? typed : name, true);
      }}
    />
  );
}
