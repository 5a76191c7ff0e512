import { Field } from '../../../../ui/field.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import type { PreviewEvent } from './preview-event-store.ts';
import { readTypedProperties } from './read-typed-event.ts';

interface TypedEventProps {
  readonly type: string;
  /** Null: nothing was typed yet, and the example stands there. */
  readonly text: string | null;
  readonly example: PreviewEvent['properties'];
  /** Null while what is typed is no event. */
  readonly onChange: (text: string, event: PreviewEvent | null) => void;
}

/** The properties of an event that did not happen, as JSON. */
export function TypedEvent({ type, text, example, onChange }: TypedEventProps) {
  const shown = text ?? JSON.stringify(example, null, 2);
  const read = readTypedProperties(shown);
  const change = (typed: string) => {
    const next = readTypedProperties(typed);
    const timestamp = new Date().toISOString();
    onChange(typed, next.ok ? { id: null, type, timestamp, properties: next.properties } : null);
  };
  return (
    <Field
      label={`Properties of ${type}`}
      hint="As JSON. It happens now, and only in this preview."
      error={read.ok ? undefined : read.message}
    >
      <TextArea
        isMono
        isGrowing
        spellCheck={false}
        value={shown}
        onChange={({ target }) => change(target.value)}
        onFocus={() => text === null && change(shown)}
      />
    </Field>
  );
}
