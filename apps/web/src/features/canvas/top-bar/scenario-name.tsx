import { useRef, useState } from 'react';
import { RenameField } from './rename-field.tsx';

interface ScenarioNameProps {
  readonly name: string;
  readonly isReadOnly: boolean;
  readonly onRename: (name: string) => void;
}

/** The scenario's name in the heading: a click, or Enter, makes it a field. */
export function ScenarioName({ name, isReadOnly, onRename }: ScenarioNameProps) {
  const [isEditing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (isReadOnly) return <span className="block truncate">{name}</span>;

  if (isEditing)
    return (
      <RenameField
        name={name}
        onRename={onRename}
        onLeave={({ byKey }) => {
          setEditing(false);
          // The field gives way to the button it came from.
          if (byKey) requestAnimationFrame(() => button.current?.focus());
        }}
      />
    );
  return (
    <button
      ref={button}
      type="button"
      title="Rename"
      className="relative -left-1 block max-w-full truncate rounded-control px-1 font-semibold hover:bg-surface-hover"
      onClick={() => setEditing(true)}
    >
      {name}
    </button>
  );
}
