import { nodeKinds, type ScenarioNode } from '@curlew/scenario';
import { useEffect, useRef } from 'react';
import { Field } from '../../../ui/field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { FieldFocus } from '../state/session-store.ts';

interface NameFieldProps {
  readonly node: ScenarioNode;
  readonly isReadOnly: boolean;
  readonly fieldFocus: FieldFocus | null;
  readonly onChange: (name: string) => void;
}

const longest = 120;

/** The node's name; left empty it becomes the title of its kind again. */
export function NameField({ node, isReadOnly, fieldFocus, onChange }: NameFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (fieldFocus && fieldFocus.field === null) input.current?.focus();
  }, [fieldFocus]);

  return (
    <Field label="Name" hint="Shown in reports and campaign events">
      <TextField
        ref={input}
        value={node.name}
        maxLength={longest}
        readOnly={isReadOnly}
        onChange={(event) => onChange(event.target.value)}
        onBlur={() => {
          if (node.name.trim() === '') onChange(nodeKinds[node.kind].title);
        }}
      />
    </Field>
  );
}
