import type { CampaignEventNames } from '@curlew/contract';
import { type FormEvent, useState } from 'react';
import { describeError } from '../../../lib/error-sentences.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Field } from '../../../ui/field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { LeaveGuard } from '../leave-guard.tsx';
import { findNameProblem } from './find-name-problem.ts';
import { RenameWarning } from './rename-warning.tsx';
import { useRenameEvents } from './use-rename-events.ts';

interface EventNameFormProps {
  readonly projectId: string;
  readonly names: CampaignEventNames;
  readonly mayChange: boolean;
}

/** The name of campaign events; what is typed counts once it is saved. */
export function EventNameForm({ projectId, names, mayChange }: EventNameFormProps) {
  const [changed, setChanged] = useState<string | null>(null);
  const { mutate, error, isPending, reset } = useRenameEvents(projectId);
  const text = changed ?? names.name;
  const typed = text.trim();
  const isDirty = typed !== names.name;
  const problem = findNameProblem(text);

  const change = (next: string | null) => {
    setChanged(next);
    reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isDirty && problem === null) mutate(typed, { onSuccess: () => setChanged(null) });
  };

  return (
    <Card title="Campaign events">
      <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
        <p className="text-13 text-ink-muted">
          Each message tells what becomes of it by events on the page of its customer: enqueued, sent,
          delivered, clicked and so on. Scenarios ask for them by their name.
        </p>
        <div className="w-80 max-w-full">
          <Field
            label="Name of campaign events"
            error={problem ?? (error ? describeError(error) : undefined)}
            hint={
              names.earlierNames.length === 0
                ? 'It holds for events that are written from the change on.'
                : `Named before: ${names.earlierNames.join(', ')}.`
            }
          >
            <TextField
              isMono
              value={text}
              readOnly={!mayChange}
              maxLength={100}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => change(event.target.value)}
            />
          </Field>
        </div>
        {isDirty && problem === null && <RenameWarning projectId={projectId} names={names} />}
        {mayChange && (
          <div className="flex gap-2">
            <Button
              type="submit"
              variant="primary"
              disabled={!isDirty || problem !== null}
              loading={isPending}
            >
              Save changes
            </Button>
            {isDirty && !isPending && <Button onClick={() => change(null)}>Discard</Button>}
          </div>
        )}
      </form>
      <LeaveGuard isDirty={isDirty} what="The name of campaign events" />
    </Card>
  );
}
