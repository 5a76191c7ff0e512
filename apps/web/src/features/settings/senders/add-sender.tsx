import { findSenderIssues } from '@curlew/scenario';
import { Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { describeSender } from '../../../lib/describe-sender.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { LeaveGuard } from '../leave-guard.tsx';

interface AddSenderProps {
  readonly senders: readonly string[];
  readonly onAdd: (sender: string) => void;
}

const longestSender = 200;
const mostSenders = 100;

const problemOf = (sender: string, senders: readonly string[]): string | undefined => {
  if (senders.includes(sender)) return `${sender} is in the list already`;
  return findSenderIssues(sender)[0]?.message;
};

export function AddSender({ senders, onAdd }: AddSenderProps) {
  const [text, setText] = useState('');
  const [isAsked, setAsked] = useState(false);
  const sender = text.trim();
  const isFull = senders.length >= mostSenders;
  const problem = sender === '' && !isAsked ? undefined : problemOf(sender, senders);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (problemOf(sender, senders) !== undefined || isFull) return;
    onAdd(sender);
    setText('');
    setAsked(false);
  };

  return (
    <form onSubmit={submit} className="flex items-start gap-2 pt-4" noValidate>
      <div className="w-80 min-w-0 max-md:flex-1">
        <Field
          label="Another sender"
          error={isAsked ? problem : undefined}
          warning={problem}
          hint={
            isFull ? 'There are 100 senders, and no more are kept: remove one first.' : describeSender(text)
          }
        >
          <TextField
            isMono
            value={text}
            maxLength={longestSender}
            placeholder="HeronReed"
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => {
              setText(event.target.value);
              setAsked(false);
            }}
          />
        </Field>
      </div>
      <div className="pt-6">
        <Button type="submit" icon={<Plus />} disabled={isFull}>
          Add sender
        </Button>
      </div>
      <LeaveGuard isDirty={sender !== ''} what={`The sender ${sender}`} />
    </form>
  );
}
