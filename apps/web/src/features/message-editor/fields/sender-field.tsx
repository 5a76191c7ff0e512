import { noteOf } from '../../../lib/note-of.ts';
import { Field } from '../../../ui/field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { MessageProps } from '../message-props.ts';
import { describeSender } from '../../../lib/describe-sender.ts';

const longestSender = 200;

/** Who the message comes from. */
export function SenderField({
  node,
  onChange,
  isReadOnly,
  issues,
}: Pick<MessageProps, 'node' | 'onChange' | 'isReadOnly' | 'issues'>) {
  const { settings } = node;
  const note = noteOf(issues, 'sender');
  return (
    <div data-field="sender">
      <Field
        label="Sender"
        hint={note.hint ?? describeSender(settings.sender)}
        warning={note.warning}
        error={note.error}
      >
        <TextField
          value={settings.sender}
          maxLength={longestSender}
          readOnly={isReadOnly}
          placeholder="Curlew"
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange({ ...settings, sender: event.target.value }, { field: 'sender' })}
        />
      </Field>
    </div>
  );
}
