import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { changeScript, type DryRunStore } from './dry-run-store.ts';
import { readObject } from './read-json.ts';

interface EventFormProps {
  readonly store: DryRunStore;
  /** Seconds from the start. */
  readonly after: number;
  /** What the drawing waits for or is started by. */
  readonly suggested: string;
  readonly when: string;
  readonly onClose: () => void;
}

/** Lets something happen to the customer at the moment that the clock shows. */
export function EventForm({ store, after, suggested, when, onClose }: EventFormProps) {
  const [type, setType] = useState(suggested);
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const properties = readObject(text);
  return (
    <form
      aria-label="Event"
      className="flex flex-col gap-2 rounded-card border p-3"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (type.trim() === '' || !properties.ok) return;
        const added = { after, type: type.trim(), properties: properties.value };
        changeScript(store, (script) => ({ ...script, events: [...script.events, added] }));
        onClose();
      }}
    >
      <Field
        label="Event"
        hint={`Happens ${when}`}
        error={isTried && type.trim() === '' ? 'Name the event' : undefined}
      >
        <TextField
          size="small"
          maxLength={100}
          value={type}
          onChange={(event) => setType(event.target.value)}
        />
      </Field>
      <Field label="Properties" isOptional error={isTried && !properties.ok ? properties.message : undefined}>
        <TextArea
          isMono
          isGrowing
          rows={2}
          placeholder={'{"price": 20}'}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <div className="flex gap-1">
        <Button size="small" type="submit">
          Add event
        </Button>
        <Button size="small" variant="ghost" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
