import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { describeSender } from '../../../lib/describe-sender.ts';
import { messageSettingsQuery } from '../../../lib/message-settings-query.ts';
import { noteOf } from '../../../lib/note-of.ts';
import { phoneCountriesQuery } from '../../../lib/phone-countries-query.ts';
import { Combobox } from '../../../ui/combobox.tsx';
import { Field } from '../../../ui/field.tsx';
import type { MessageProps } from '../message-props.ts';
import { senderWarnings } from './sender-warnings.ts';

const longestSender = 200;

/** Who the message comes from: one of the project's senders, or any other. */
export function SenderField({
  projectId,
  node,
  onChange,
  isReadOnly,
  issues,
}: Pick<MessageProps, 'projectId' | 'node' | 'onChange' | 'isReadOnly' | 'issues'>) {
  const { settings } = node;
  const { data: project } = useQuery(messageSettingsQuery(projectId));
  const { data: countries = [] } = useQuery({
    ...phoneCountriesQuery(projectId),
    select: (counted) => counted.countries,
  });
  const note = noteOf(issues, 'sender');
  const change = (text: string) =>
    onChange({ ...settings, sender: text.slice(0, longestSender) }, { field: 'sender' });
  const options = (project?.senders ?? []).map((sender) => ({
    value: sender,
    detail: describeSender(sender) ?? '',
  }));

  return (
    <div data-field="sender" className="flex flex-col gap-1">
      <Field
        label="Sender"
        hint={note.hint ?? describeSender(settings.sender)}
        warning={note.warning}
        error={note.error}
      >
        <Combobox
          noun="Senders"
          options={options}
          value={settings.sender}
          readOnly={isReadOnly}
          placeholder="Curlew"
          onType={change}
          onChoose={change}
        />
      </Field>
      {senderWarnings(settings.sender, countries).map((warning) => (
        <p key={warning} className="flex gap-1 text-12 text-warn">
          <TriangleAlert aria-hidden className="size-4 shrink-0" />
          <span className="min-w-0">{warning}</span>
        </p>
      ))}
    </div>
  );
}
