import { useState } from 'react';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import type { SavingState } from '../saving/draft.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import type { ConflictChoices } from './use-conflict-choices.ts';

interface ConflictBannerProps {
  readonly conflict: Extract<SavingState, { readonly kind: 'conflict' }>;
  readonly scenarioName: string;
  readonly choices: ConflictChoices;
}

/** Two people changed the same: says so, and leads to the choice. Until then nothing is overwritten. */
export function ConflictBanner({ conflict, scenarioName, choices }: ConflictBannerProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Banner
        kind="warning"
        action={
          <Button size="small" onClick={() => setOpen(true)}>
            Choose what to keep
          </Button>
        }
      >
        {conflict.theirs.updatedBy} saved this scenario since you opened it. Your changes are safe in this
        browser and are not saved until you choose.
      </Banner>
      <ConflictDialog
        isOpen={isOpen}
        onOpenChange={setOpen}
        conflict={conflict}
        scenarioName={scenarioName}
        choices={choices}
      />
    </>
  );
}
