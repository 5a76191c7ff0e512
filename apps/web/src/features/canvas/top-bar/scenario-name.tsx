import { type KeyboardEvent, useRef, useState } from 'react';
import { TextField } from '../../../ui/text-field.tsx';

interface ScenarioNameProps {
  readonly name: string;
  readonly isReadOnly: boolean;
  readonly onRename: (name: string) => void;
}

const longest = 120;

/** The scenario's name in the heading: a click, or Enter, makes it a field. */
export function ScenarioName({ name, isReadOnly, onRename }: ScenarioNameProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  if (isReadOnly) return <span className="block truncate">{name}</span>;

  if (typed === null)
    return (
      <button
        ref={button}
        type="button"
        title="Rename"
        aria-description="Rename"
        className="-mx-1 block max-w-full truncate rounded-control px-1 font-semibold hover:bg-surface-hover"
        onClick={() => setTyped(name)}
      >
        {name}
      </button>
    );

  const leave = (next: string): void => {
    setTyped(null);
    const trimmed = next.trim();
    if (trimmed !== '' && trimmed !== name) onRename(trimmed);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    leave(event.key === 'Enter' ? typed : name);
    // The field gives way to the button it came from.
    requestAnimationFrame(() => button.current?.focus());
  };

  return (
    <TextField
      aria-label="Scenario name"
      size="small"
      autoFocus
      value={typed}
      maxLength={longest}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => leave(typed)}
      onKeyDown={press}
    />
  );
}
