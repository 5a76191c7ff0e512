import { findDefaultsIssues, type MessageDefaults } from '@curlew/scenario';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { LeaveGuard } from '../leave-guard.tsx';
import { LinkDefaults } from './link-defaults.tsx';
import { TimingDefaults } from './timing-defaults.tsx';
import { useSaveDefaults } from './use-save-defaults.ts';

interface DefaultsFormProps {
  readonly projectId: string;
  readonly saved: MessageDefaults;
  readonly mayChange: boolean;
}

/** The defaults of messages; what is changed counts once it is saved. */
export function DefaultsForm({ projectId, saved, mayChange }: DefaultsFormProps) {
  const [changed, setChanged] = useState<Partial<MessageDefaults>>({});
  // What is typed and is no number is not in what is changed.
  const [isReadable, setReadable] = useState(true);
  const [discards, setDiscards] = useState(0);
  const { mutate, isPending } = useSaveDefaults(projectId);
  const defaults = { ...saved, ...changed };
  const isDirty = !isReadable || JSON.stringify(defaults) !== JSON.stringify(saved);
  const discard = (): void => {
    setChanged({});
    setReadable(true);
    setDiscards(discards + 1);
  };
  const change = (part: Partial<MessageDefaults>) => setChanged({ ...changed, ...part });

  return (
    <>
      <p className="text-13 text-ink-muted">
        Messages follow this where their own settings leave it to the project, those of running scenarios too.
      </p>
      <Card title="Timing">
        <TimingDefaults
          key={discards}
          projectId={projectId}
          defaults={defaults}
          mayChange={mayChange}
          onChange={change}
          onTyped={setReadable}
        />
      </Card>
      <Card title="Links">
        <LinkDefaults defaults={defaults} mayChange={mayChange} onChange={change} />
      </Card>
      {mayChange && (
        <div className="flex gap-2">
          <Button
            variant="primary"
            disabled={!isDirty || !isReadable || findDefaultsIssues(defaults).length > 0}
            loading={isPending}
            onClick={() => mutate(defaults, { onSuccess: () => setChanged({}) })}
          >
            Save changes
          </Button>
          {isDirty && !isPending && <Button onClick={discard}>Discard</Button>}
        </div>
      )}
      <LeaveGuard isDirty={isDirty} what="What you changed" />
    </>
  );
}
